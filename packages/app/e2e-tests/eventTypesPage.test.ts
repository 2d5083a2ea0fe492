import { expect, type Page } from '@playwright/test';
import { portal, test } from './portal';

function eventTypes(page: Page) {
  return page
    .getByRole('table', { name: 'Event types' })
    .getByRole('rowheader');
}

test('the catalog finds event types by type, words, schema, place and what is wrong', async ({
  page,
}) => {
  await page.goto(`${portal}/event-mesh/event-types`);
  await expect(eventTypes(page)).toHaveCount(16);
  await expect(page.getByRole('status')).toContainText('1 to 16 of 16');

  // A property of a schema, in another case.
  const text = page.getByRole('searchbox', { name: 'Text' });
  await text.fill('PAYMENTID');
  await expect(
    eventTypes(page).getByRole('link', {
      name: 'com.example.payments.received.v1',
    }),
  ).toBeVisible();
  await expect(eventTypes(page)).not.toHaveCount(16);
  const withProperty = await eventTypes(page).count();
  expect(withProperty).toBeLessThan(16);
  await expect(page).toHaveURL(/text=PAYMENTID/);
  await page.reload();
  await expect(eventTypes(page)).toHaveCount(withProperty);

  // Words of a type, and words of a description.
  await text.fill('payments received');
  await expect(eventTypes(page)).not.toHaveCount(withProperty);
  await expect(
    page.getByRole('link', { name: 'com.example.payments.received.v1' }),
  ).toBeVisible();
  await text.fill('the money is ours');
  await expect(eventTypes(page)).toHaveCount(1);
  await text.fill('no such thing');
  await page.getByRole('button', { name: 'Show all event types' }).click();
  await expect(eventTypes(page)).toHaveCount(16);

  // What nobody consumes, chosen with the keyboard.
  const box = page.getByRole('checkbox', { name: 'Nobody consumes it' });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/consumers=none/);
  await expect(eventTypes(page)).not.toHaveCount(16);
  await expect(page.getByRole('cell', { name: 'None' }).first()).toBeVisible();

  await page.goto(
    `${portal}/event-mesh/event-types?namespace=fraud&sort=type&direction=desc`,
  );
  await expect(
    page.getByRole('columnheader', { name: 'Event type' }),
  ).toHaveAttribute('aria-sort', 'descending');
  const inFraud = await eventTypes(page).count();
  expect(inFraud).toBeLessThan(16);
  await expect(page.getByRole('cell', { name: /^fraud/ })).toHaveCount(inFraud);
});

test('every choice offered narrows the list down to what the catalog says it has', async ({
  page,
}) => {
  for (const label of [
    'Environment',
    'Namespace',
    'Broker or channel',
    'Owner',
  ]) {
    await page.goto(`${portal}/event-mesh/event-types`);
    await expect(eventTypes(page)).toHaveCount(16);
    await page
      .getByRole('button', { name: new RegExp(`${label}$`) })
      .and(page.locator('[aria-haspopup="listbox"]'))
      .press('Enter');
    await page.getByRole('option').nth(1).click();
    await expect(page).toHaveURL(/event-types\?\w+=/);
    await expect(eventTypes(page).first()).toBeVisible();
  }
});

test('the contract of an event type can be read, copied, subscribed to and tried', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(
    `${portal}/catalog/payments/api/payment-received/event-contract`,
  );

  const attributes = page.getByRole('table', {
    name: 'CloudEvents attributes',
  });
  await expect(
    attributes.getByRole('row').filter({ hasText: 'type' }),
  ).toContainText('com.example.payments.received.v1');
  const tree = page.getByRole('tabpanel', { name: 'Schema' });
  await expect(tree).toContainText('paymentId');
  await expect(
    tree.getByRole('listitem').filter({ hasText: 'amount' }),
  ).toContainText('required');
  await expect(tree).toContainText('one of card, transfer, wallet');

  // From tab to tab with the keyboard.
  await page.getByRole('tab', { name: 'Schema' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('tabpanel', { name: 'As written' }),
  ).toContainText('"paymentId"');

  await page.getByRole('tab', { name: 'curl, binary mode' }).click();
  const curl = page.getByRole('region', { name: 'curl, binary mode' });
  await expect(curl).toContainText('Ce-type: com.example.payments.received.v1');
  await expect(curl).toContainText("curl -X POST 'http://");

  const manifest = page.getByRole('region', { name: 'Trigger as YAML' });
  await page
    .getByRole('button', { name: 'Copy: Trigger as YAML' })
    .press('Enter');
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await manifest.innerText(),
  );

  await page.getByRole('link', { name: 'Try this event' }).press('Enter');
  await expect(page).toHaveURL(/try-an-event\?broker=.*payments-broker/);
  await expect(
    page.getByRole('textbox', { name: 'type', exact: true }),
  ).toHaveValue('com.example.payments.received.v1');
});
