import { expect, test } from '@playwright/test';
import { expectAccessible, loadApp, openPage } from './app';

test('a mesh of 2,000 objects is shown, searched and stays accessible', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await loadApp(page, '/event-mesh/overview?mesh-nodes=2000');
  const main = page.getByRole('main').first();
  const environments = page.getByRole('link', { name: /^demo/ });
  expect(await environments.count()).toBeGreaterThan(50);

  await openPage(page, '/event-mesh/findings');
  const findings = page.getByRole('table', { name: 'Findings' });
  // Not more rows at first than a browser lays out at once.
  await expect(findings.getByRole('rowheader')).toHaveCount(100);
  await expectAccessible(page, main);
  await page
    .getByRole('searchbox', { name: 'Text' })
    .fill('payments-7/refund-desk');
  await expect(findings.getByRole('rowheader')).toHaveCount(1);

  await openPage(
    page,
    '/event-mesh/try-an-event?broker=component:payments-7/payments-7-broker&eventType=api:payments-7/payment-refunded',
  );
  await expect(
    page.getByText(/of \d+ triggers would deliver it/),
  ).toBeVisible();

  await openPage(page, '/event-mesh/event-types');
  await expect(
    page.getByRole('table').getByRole('rowheader').first(),
  ).toBeVisible();
  await expectAccessible(page, main);

  await openPage(page, '/event-mesh/topology');
  // Scoped by default: a graph of everything would show nothing.
  await expect(page.getByRole('status')).toHaveText(/^\d+ nodes$/);
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await expectAccessible(page, main);
});
