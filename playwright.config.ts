import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Debian's browser where it is installed; elsewhere Playwright's own.
const chromium = '/usr/bin/chromium';

/**
 * Browser tests on the demo portal, started the way `npm start` starts it, or
 * on the one at DEMO_PORTAL_URL that runs already.
 */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  reporter: [['list']],
  outputDir: '.cache/e2e',
  webServer: process.env.DEMO_PORTAL_URL
    ? undefined
    : {
        command: 'yarn demo',
        env: { PORT: '0' },
        stdout: 'pipe',
        wait: { stdout: /Open (?<demo_portal_url>http\S+)/ },
        timeout: 300_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
      },
  use: {
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 1000 },
    launchOptions: existsSync(chromium)
      ? {
          executablePath: chromium,
          args: [
            // Chromium's sandbox does not start for root, as on most CI machines.
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        }
      : {},
  },
});
