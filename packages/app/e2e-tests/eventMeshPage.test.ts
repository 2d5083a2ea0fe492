import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { portal, test } from './portal';

function row(page: Page, table: string, text: string) {
  return page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: text }) });
}

test('the sidebar leads to the overview, and that to the findings', async ({
  page,
}) => {
  await page.goto(portal);
  await page
    .getByTestId('sidebar-root')
    .getByRole('link', { name: 'Event Mesh' })
    .click();

  await expect(page).toHaveURL(/\/event-mesh\/overview/);
  await expect(
    page.getByRole('link', { name: 'demo', exact: true }),
  ).toBeVisible();
  await expect(page.getByText('Read', { exact: true })).toBeVisible();
  await expect(page.getByText('3 Broker')).toBeVisible();

  const errors = page.getByRole('link', { name: /\d+ errors/ });
  const count = Number.parseInt(await errors.innerText(), 10);
  await errors.press('Enter');

  await expect(page).toHaveURL(/findings\?environment=demo&severity=error/);
  await expect(
    page.getByRole('table', { name: 'Findings' }).getByRole('rowheader'),
  ).toHaveCount(count);
});

test('findings can be narrowed down, sent as a link, explained and exported', async ({
  page,
}) => {
  await page.goto(`${portal}/event-mesh/findings`);
  const findings = page.getByRole('table', { name: 'Findings' });
  const missing = row(page, 'Findings', 'Trigger payments/refund-desk');
  await expect(missing).toContainText('Error');

  await page.getByRole('searchbox', { name: 'Text' }).fill('refund-desk');
  await expect(findings.getByRole('rowheader')).toHaveCount(1);
  await page.reload();
  await expect(findings.getByRole('rowheader')).toHaveCount(1);

  await missing.getByRole('link', { name: 'subscriberMissing' }).press('Enter');
  await expect(page.locator('#finding-subscriberMissing')).toBeInViewport();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.trim().split('\r\n')).toHaveLength(2);
  expect(text).toContain('"error","subscriberMissing","demo","Trigger"');

  await missing
    .getByRole('link', { name: 'Trigger payments/refund-desk' })
    .press('Enter');
  await expect(page).toHaveURL(
    /\/catalog\/payments\/component\/payments-broker/,
  );
});

test('an event that is tried shows who would receive it, and why not the others', async ({
  page,
}) => {
  await page.goto(
    `${portal}/event-mesh/try-an-event?broker=component:payments/payments-broker&eventType=api:payments/payment-refunded`,
  );

  const foreign = row(page, 'Triggers', 'foreign-refunds');
  await expect(foreign).toContainText('May deliver');
  await expect(row(page, 'Triggers', 'payment-audit')).toContainText(
    'Delivers',
  );
  await expect(row(page, 'Triggers', 'receipts')).toContainText(
    'Does not deliver',
  );

  // With the keyboard alone.
  const name = page.getByRole('textbox', { name: 'Another attribute' });
  await name.focus();
  await page.keyboard.type('country');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'country' })).toBeFocused();
  await page.keyboard.type('BR');

  await expect(foreign).toContainText('Delivers');
  await expect(page).toHaveURL(/ce-country=BR/);
});

test('in a narrow window, nothing of the page is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 800 });
  for (const path of [
    'overview',
    'findings',
    'try-an-event?broker=component:payments/payments-broker&eventType=api:payments/payment-refunded',
  ]) {
    await page.goto(`${portal}/event-mesh/${path}`);
    await expect(page.getByText(/^Reading/)).toHaveCount(0);
    const cut = await page
      .getByRole('main')
      .evaluate(element => element.scrollWidth - element.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
  }
});
