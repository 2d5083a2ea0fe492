import { expect, type Locator, type Page } from '@playwright/test';
import { openPage, test } from './app';

/** Presses Tab until that has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

test('with the keyboard alone, from the overview to what is wrong and where', async ({
  app: page,
}) => {
  await openPage(page, '/event-mesh/overview');

  await tabTo(page, page.getByRole('link', { name: /\d+ errors/ }));
  await page.keyboard.press('Enter');
  const findings = page.getByRole('table', { name: 'Findings' });
  await expect(findings).toBeVisible();

  await tabTo(page, page.getByRole('searchbox', { name: 'Text' }));
  await page.keyboard.type('refund-desk');
  await expect(findings.getByRole('rowheader')).toHaveCount(1);

  await tabTo(
    page,
    findings.getByRole('link', { name: 'Trigger payments/refund-desk' }),
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(
    /\/catalog\/payments\/component\/payments-broker/,
  );
});

test('with the keyboard alone, a severity is chosen and given up again', async ({
  app: page,
}) => {
  await openPage(page, '/event-mesh/findings');
  const status = page.getByRole('status');
  const all = await status.innerText();

  await tabTo(page, page.getByRole('button', { name: /Severity/ }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/severity=error/);
  await expect(status).not.toHaveText(all);

  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(all);
});

test('with the keyboard alone, an event is tried', async ({ app: page }) => {
  await openPage(
    page,
    '/event-mesh/try-an-event?broker=component:payments/payments-broker',
  );

  await tabTo(page, page.getByRole('textbox', { name: 'type', exact: true }));
  await page.keyboard.type('com.example.payments.received.v1');

  await expect(
    page
      .getByRole('table', { name: 'Triggers' })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'receipts' }) }),
  ).toContainText('Delivers');
});
