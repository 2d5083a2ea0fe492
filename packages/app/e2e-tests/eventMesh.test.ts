import { expect, type Page } from '@playwright/test';
import { portal, test } from './portal';

function consumer(page: Page, name: string) {
  return page
    .getByRole('table', { name: 'Consumers' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
}

test('an event type shows its provider and each consumer with verdict, trigger and filter', async ({
  page,
}) => {
  await page.goto(`${portal}/catalog/payments/api/payment-received`);

  await expect(
    page.getByRole('heading', { name: 'com.example.payments.received.v1' }),
  ).toBeVisible();
  await expect(page.getByText('5 consumers, 1 possible')).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Broker payments/payments' }),
  ).toBeVisible();

  await expect(consumer(page, 'receipt-mailer')).toContainText('Receives');
  await expect(consumer(page, 'receipt-mailer')).toContainText(
    'type = com.example.payments.received.v1',
  );
  await expect(consumer(page, 'reporting')).toContainText('May receive');
  await expect(consumer(page, 'ledger')).toContainText('Receives');
  await expect(consumer(page, 'ledger')).toContainText(
    'filters: - prefix: type: com.example.payments.',
  );
  await expect(consumer(page, 'payment-auditor')).toContainText('Not linked');
  await expect(consumer(page, 'payment-auditor')).toContainText(
    'Add the label backstage.io/kubernetes-id',
  );

  // From here to the consumer, with the keyboard.
  const link = consumer(page, 'receipt-mailer').getByRole('link');
  await link.focus();
  await expect(link).toBeFocused();
  await link.press('Enter');
  await expect(page).toHaveURL(/\/catalog\/default\/component\/receipt-mailer/);
});

test('an expression about what is declared makes a certain link', async ({
  page,
}) => {
  await page.goto(`${portal}/catalog/payments/api/payment-refused`);

  await expect(page.getByText('5 consumers', { exact: true })).toBeVisible();
  const caseDesk = consumer(page, 'Case Desk');
  await expect(caseDesk).toContainText('Receives');
  await expect(caseDesk).toContainText(
    "- cesql: |- type LIKE 'com.example.chargebacks.%' OR (type = 'com.example.payments.refused.v1' AND source = 'https://checkout.example.com')",
  );
});

test('an undecided link says what it hangs on', async ({ page }) => {
  await page.goto(`${portal}/catalog/payments/api/payment-refunded`);

  await expect(page.getByText('5 consumers, 1 possible')).toBeVisible();
  const caseDesk = consumer(page, 'Case Desk');
  await expect(caseDesk).toContainText('May receive');
  await expect(caseDesk).toContainText(/depends on country/);
  await expect(caseDesk).toContainText(
    /event type does not declare the value of country/,
  );
  if (process.env.SCREENSHOTS) {
    await page.setViewportSize({ width: 1440, height: 1100 });
    await page.screenshot({
      path: `${process.env.SCREENSHOTS}/event-type.png`,
    });
  }

  await page.goto(`${portal}/catalog/payments/api/terminal-settled`);

  await expect(page.getByText('1 consumer, 1 possible')).toBeVisible();
  const reporting = consumer(page, 'reporting');
  await expect(reporting).toContainText('May receive');
  await expect(reporting).toContainText(/leaves \{shop\} open/);
});

test('a note on a certain link is no doubt', async ({ page }) => {
  await page.goto(`${portal}/catalog/payments/api/ledger-entry-posted`);

  await expect(page.getByText('2 consumers', { exact: true })).toBeVisible();
  const orders = consumer(page, 'Order Management');
  await expect(orders).toContainText('Receives');
  await expect(orders).toContainText(
    /Note: An empty value in filter asks for nothing/,
  );
  await expect(consumer(page, 'reporting')).toContainText('Receives');
  await expect(
    page.getByRole('table', { name: 'Consumers' }).getByText('Note:'),
  ).toHaveCount(1);
});

test('what a trigger does not pass is not shown as received', async ({
  page,
}) => {
  await page.goto(`${portal}/catalog/fraud/api/chargeback-opened`);

  await expect(page.getByText('2 consumers', { exact: true })).toBeVisible();
  const consumers = page.getByRole('table', { name: 'Consumers' });
  await expect(consumers.getByRole('rowheader')).toHaveCount(2);
  await expect(consumer(page, 'Case Desk')).toContainText('Receives');
  await expect(consumers).not.toContainText('ledger-intake');
});

test('in a narrow window, rows are whole and still a table', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(`${portal}/catalog/payments/api/payment-refused`);

  const caseDesk = consumer(page, 'Case Desk');
  const cells = caseDesk.getByRole('cell');
  await expect(cells).toHaveCount(2);
  await expect(cells.first()).toContainText('Receives');
  await expect(cells.last()).toContainText('checkout.example.com');
  const table = page.getByRole('table', { name: 'Consumers' });
  const cut = await table.evaluate(
    element => element.scrollWidth - element.parentElement!.clientWidth,
  );
  expect(cut).toBeLessThanOrEqual(0);
});

test('stock api-docs renders the definition of an event type', async ({
  page,
}) => {
  await page.goto(`${portal}/catalog/payments/api/payment-received/definition`);

  await expect(
    page.getByRole('heading', { name: 'Operations' }).first(),
  ).toBeVisible();
  await expect(
    page.getByText('Object [Payment Received]').first(),
  ).toBeVisible();
  await expect(
    page.getByText('Delivered by Trigger payments/receipts'),
  ).toBeVisible();
});

test('stock api-docs follows the references of a schema', async ({ page }) => {
  await page.goto(`${portal}/catalog/payments/api/payment-refunded/definition`);

  await expect(
    page.getByText('Object [Payment refunded]').first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Expand all' }).first().click();
  await expect(
    page.getByText('An amount in the smallest unit of its currency.').first(),
  ).toBeVisible();
});

test('an event type without a broker is not called unconsumed', async ({
  page,
}) => {
  await page.goto(`${portal}/catalog/payments/api/payout-scheduled`);

  await expect(page.getByText(/Not assigned to a broker/)).toBeVisible();
  await expect(page.getByText('No consumers')).toHaveCount(0);
});

test('a broker shows what each trigger passes on', async ({ page }) => {
  await page.goto(`${portal}/catalog/fraud/component/fraud-broker`);

  await expect(page.getByText('Not ready: NoAddress').first()).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: 'Triggers' })
      .getByRole('link', { name: 'com.example.fraud.scored.v1' }),
  ).toBeVisible();
});

test('a component shows what it receives, undecided links too', async ({
  page,
}) => {
  await page.goto(`${portal}/catalog/default/component/reporting`);

  const events = page.getByRole('table', { name: 'Received event types' });
  await expect(
    events.getByRole('row').filter({ hasText: 'ledger-reporting' }),
  ).toContainText('Receives');
  await expect(
    events.getByRole('row').filter({ hasText: 'terminal-totals' }),
  ).toContainText('May receive');
});

test('the graph joins broker, event type and consumers', async ({ page }) => {
  const query = new URLSearchParams([
    ['rootEntityRefs[]', 'api:payments/payment-received'],
    ['maxDepth', '1'],
    ...['api', 'component'].map(kind => ['selectedKinds[]', kind]),
  ]);
  await page.goto(`${portal}/catalog-graph?${query}`);

  const graph = page.locator('svg#dependency-graph');
  for (const node of [
    'com.example.payments.received.v1',
    'payments/payments',
    'receipt-mailer',
    'fraud-scorer',
    'ledger',
    'loyalty',
  ]) {
    await expect(graph.getByText(node, { exact: true })).toBeVisible();
  }
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/graph.png` });
  }
  // What is only possible, or not linked, is not drawn.
  await expect(graph.getByText('reporting', { exact: true })).toHaveCount(0);
  await expect(graph.getByText('payment-auditor')).toHaveCount(0);
  await expect(graph.getByText(/apiProvidedBy/)).toHaveCount(1);
  await expect(graph.getByText(/apiConsumedBy/)).toHaveCount(4);
});

test('search finds an event type by its type', async ({ page }) => {
  await page.goto(
    `${portal}/search?query=${encodeURIComponent('com.example.fraud.scored')}`,
  );

  await expect(
    page.getByRole('link', { name: /com\.example\.fraud\.scored/ }).first(),
  ).toBeVisible();
});
