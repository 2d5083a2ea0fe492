import { type BrowserContext, expect, test as base } from '@playwright/test';

/** Where the demo portal is. */
export const portal = process.env.DEMO_PORTAL_URL!;

/**
 * Tests in the portal as a guest sees it. Each has a page of its own in one
 * context: signing in, and loading all of the code, take seconds each.
 */
export const test = base.extend<{}, { signedIn: BrowserContext }>({
  signedIn: [
    async ({ browser }, use) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(portal);
      await page.getByRole('button', { name: 'Enter' }).click();
      await expect(
        page.getByTestId('sidebar-root').getByRole('link', { name: 'APIs' }),
      ).toBeVisible();
      await page.close();
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ signedIn, viewport }, show) => {
    const page = await signedIn.newPage();
    await page.setViewportSize(viewport!);
    await show(page);
    await page.close();
  },
});
