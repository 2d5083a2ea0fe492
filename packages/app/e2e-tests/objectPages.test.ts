import { expect, type Page } from '@playwright/test';
import { portal, test } from './portal';

function row(page: Page, table: string, text: string) {
  return page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ hasText: text });
}

test('a channel shows its subscriptions, where answers go and what happens when delivery fails', async ({
  page,
}) => {
  await page.goto(`${portal}/catalog/payments/component/statements-channel`);

  await expect(
    page.getByText('InMemoryChannel payments/statements'),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: '2 subscriptions' }),
  ).toBeVisible();
  const matching = row(page, 'Subscriptions', 'statement-matching');
  await expect(matching).toContainText(
    'Not ready: DeadLetterSinkResolveFailed',
  );
  await expect(matching).toContainText('reconciliation');
  await expect(matching).toContainText('Answers go to payments/ledger');
  await expect(row(page, 'Subscriptions', 'statement-archive')).toContainText(
    'archive',
  );
  await expect(row(page, 'Senders', 'bank-statements')).toContainText(
    'IntegrationSource',
  );
});

test('a source shows where it sends, and does not guess what', async ({
  page,
}) => {
  await page.goto(
    `${portal}/catalog/payments/component/card-terminals-kafkasource`,
  );

  const sink = page.getByText('Sends to', { exact: true }).locator('..');
  await expect(sink.getByRole('link')).toHaveAttribute(
    'href',
    /\/catalog\/payments\/component\/payments-broker/,
  );
  await expect(page.getByText(/cannot be known from the object/)).toBeVisible();
});

test('a Sequence shows its steps in their order', async ({ page }) => {
  await page.goto(
    `${portal}/catalog/payments/component/refund-review-sequence`,
  );

  const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveCount(2);
  await expect(steps.first()).toContainText('refund-rules');
  await expect(steps.last()).toContainText('refunds');
  await expect(row(page, 'Received event types', 'refund')).not.toHaveCount(0);
});

test('an environment shows what was read, and who may send', async ({
  page,
}) => {
  await page.goto(`${portal}/catalog/default/system/knative-event-mesh-demo`);

  const objects = page.getByText('Objects', { exact: true }).locator('..');
  await expect(objects).toContainText('3 Broker');
  await expect(row(page, 'Policies', 'payments-senders')).toContainText(
    'Broker payments',
  );
});
