import { expect, type Page } from '@playwright/test';

/** Where the demo portal is. */
export const portal = process.env.DEMO_PORTAL_URL!;

/** Signs in, which every test begins with. */
export async function enterAsGuest(page: Page) {
  await page.goto(portal);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(
    page.getByTestId('sidebar-root').getByRole('link', { name: 'APIs' }),
  ).toBeVisible();
}
