import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Debian's browser where it is installed; elsewhere Playwright's own.
const chromium = '/usr/bin/chromium';

/**
 * Browser tests on the demo portal, started the way `npm start` starts it, and
 * on the dev app of the plugin; or on those at DEMO_PORTAL_URL and DEV_APP_URL
 * that run already.
 */
export default defineConfig({
  projects: [
    { name: 'portal', testDir: 'packages/app/e2e-tests' },
    { name: 'plugin', testDir: 'plugins/knative-event-mesh/e2e-tests' },
  ],
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  reporter: [['list']],
  outputDir: '.cache/e2e',
  webServer: [
    ...(process.env.DEMO_PORTAL_URL
      ? []
      : [
          {
            name: 'portal',
            command: 'yarn demo',
            env: { PORT: '0' },
            stdout: 'pipe' as const,
            wait: { stdout: /Open (?<demo_portal_url>http\S+)/ },
            timeout: 300_000,
            gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
          },
        ]),
    ...(process.env.DEV_APP_URL
      ? []
      : [
          {
            name: 'plugin',
            command: 'yarn workspace backstage-plugin-knative-event-mesh start',
            env: {
              APP_CONFIG_app_listen_port: '0',
              // Pages stay as they are while a test looks at them.
              CI: 'true',
              BROWSER: 'none',
            },
            stderr: 'ignore' as const,
            wait: { stderr: /Loopback: (?<dev_app_url>http:\/\/[^/,\s]+)/ },
            timeout: 120_000,
            gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
          },
        ]),
  ],
  use: {
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
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
