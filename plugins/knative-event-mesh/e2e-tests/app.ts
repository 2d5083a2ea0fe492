import AxeBuilder from '@axe-core/playwright';
import {
  expect,
  test as base,
  type Locator,
  type Page,
} from '@playwright/test';

/** How the app looks, as the system of the viewer asks for. */
export const themes = ['light', 'dark'] as const;

/**
 * Tests that share one page with the dev app in it: its code is that of a
 * development server, of which each loading takes seconds.
 */
export const test = base.extend<{}, { app: Page }>({
  app: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 1000 },
      });
      const page = await context.newPage();
      await loadApp(page);
      await use(page);
      await context.close();
    },
    { scope: 'worker' },
  ],
});

/**
 * Loads the dev app.
 *
 * @param path - with the query, such as `/event-mesh?mesh-nodes=2000`
 */
export async function loadApp(page: Page, path = '/event-mesh') {
  // The server reloads a page when a file has changed, which no test expects.
  await page.routeWebSocket(/\/ws$/, () => {});
  await page.goto(`${process.env.DEV_APP_URL}${path}`);
  await settled(page);
}

/**
 * Goes to a page of the app as a link would, and waits until what it shows was
 * read.
 *
 * @param path - with the query, such as `/event-mesh/findings?severity=error`
 */
export async function openPage(page: Page, path: string) {
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await settled(page);
}

async function settled(page: Page) {
  await expect(page.getByRole('main').first()).toBeVisible();
  await expect(page.getByText(/^Reading/)).toHaveCount(0);
}

/** Looks at the page as somebody does who has chosen that theme. */
export async function chooseTheme(page: Page, theme: (typeof themes)[number]) {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', theme);
}

/** A card of a page, by its whole title. */
export function cardOf(page: Page, title: string) {
  return page.locator('.bui-Card').filter({
    has: page.getByRole('heading', { name: title, exact: true, level: 3 }),
  });
}

/** Holds a part of the page to what axe calls serious or critical. */
export async function expectAccessible(page: Page, part: Locator) {
  // axe finds elements by selector only.
  await part.evaluate(element => element.setAttribute('data-axe', ''));
  const { violations } = await new AxeBuilder({ page })
    .include('[data-axe]')
    .analyze();
  await part.evaluate(element => element.removeAttribute('data-axe'));

  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map(({ html, any }) => [html, any[0]?.message]),
      })),
  ).toEqual([]);
}

/**
 * Keeps what it looks like for the documentation, where that is asked for: as
 * much of it as the window shows, because long pictures are large and read by
 * nobody.
 */
export async function keepScreenshot(page: Page, part: Locator, name: string) {
  if (process.env.SCREENSHOTS) {
    await part.evaluate(element => element.scrollIntoView({ block: 'start' }));
    const box = (await part.boundingBox())!;
    const room = page.viewportSize()!.height - box.y;
    await page.screenshot({
      path: `${process.env.SCREENSHOTS}/${name}.png`,
      animations: 'disabled',
      clip: { ...box, height: Math.min(box.height, room) },
    });
  }
}
