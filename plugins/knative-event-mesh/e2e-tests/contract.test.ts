import { expect } from '@playwright/test';
import {
  cardOf,
  chooseTheme,
  expectAccessible,
  keepScreenshot,
  openPage,
  test,
  themes,
} from './app';

test('the event contract is whole and accessible in light and dark', async ({
  app: page,
}) => {
  await openPage(page, '/catalog/payments/api/payment-received/event-contract');

  const attributes = cardOf(page, 'CloudEvents attributes');
  await expect(
    attributes
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'type' }) }),
  ).toContainText('com.example.payments.received.v1');
  const data = cardOf(page, 'Data');
  await expect(data.getByRole('tabpanel', { name: 'Schema' })).toContainText(
    'paymentId',
  );
  const sample = cardOf(page, 'Sample event');
  await expect(
    sample.getByRole('region', { name: 'Structured JSON' }),
  ).toContainText('"specversion": "1.0"');
  await expect(
    cardOf(page, 'Subscribe to it').getByRole('region', {
      name: 'Trigger as YAML',
    }),
  ).toContainText('kind: Trigger');

  // All four of them.
  const contract = sample.locator('..');
  await expect(contract.locator('> .bui-Card')).toHaveCount(4);
  for (const theme of themes) {
    await chooseTheme(page, theme);
    await expectAccessible(page, contract);
    await keepScreenshot(page, contract, `card-contract-${theme}`);
  }
});
