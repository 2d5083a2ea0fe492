import { expect, type Page } from '@playwright/test';
import { portal, test } from './portal';

const payments = 'component:payments/payments-broker';

/** A node of the graph, by the beginning of what it is called. */
function node(page: Page, name: string) {
  return page
    .getByRole('application', { name: 'Topology of the event mesh' })
    .getByRole('button', { name: new RegExp(`^${name}`) });
}

/** A choice of the scope, by its label. */
function choice(page: Page, label: string) {
  return page
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .and(page.locator('[aria-haspopup="listbox"]'));
}

function panel(page: Page, name: string) {
  return page.getByRole('complementary', { name, exact: true });
}

test('the topology begins with what fits a screen, and its scope stands in the URL', async ({
  page,
}) => {
  await page.goto(`${portal}/event-mesh/topology`);
  await expect(node(page, 'Broker fraud/fraud, Not ready')).toBeVisible();

  await choice(page, 'Namespace').click();
  await page.getByRole('option', { name: 'payments' }).click();
  await expect(page).toHaveURL(/namespace=payments/);
  await expect(node(page, 'Broker payments/payments, Ready')).toBeVisible();

  await choice(page, 'Broker').click();
  await page.getByRole('option', { name: 'Broker payments/ledger' }).click();
  await expect(page).toHaveURL(/broker=component/);
  await expect(node(page, 'Broker payments/ledger')).toBeVisible();
  await expect(node(page, 'Broker payments/payments')).toHaveCount(0);
});

test('from node to node, to a panel and back, with the keyboard only', async ({
  page,
}) => {
  await page.goto(`${portal}/event-mesh/topology?broker=${payments}`);
  const broker = node(page, 'Broker payments/payments');
  await expect(broker).toBeVisible();

  // One node is in the order of the tab key; the arrow keys lead to the others.
  const inOrder = page.locator('.react-flow__node[tabindex="0"]');
  await expect(inOrder).toHaveCount(1);
  await inOrder.focus();
  await page.keyboard.press('ArrowRight');
  await expect(broker).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const eventType = page.locator('.react-flow__node:focus');
  await expect(eventType).toHaveAttribute('aria-label', /^EventType com\./);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(broker).toBeFocused();

  await page.keyboard.press('Enter');
  const aside = panel(page, 'payments');
  await expect(aside.getByRole('heading', { name: 'payments' })).toBeFocused();
  await expect(aside.getByRole('table', { name: 'Triggers' })).toContainText(
    'receipts',
  );
  await expect(aside).toContainText('5 retries');
  await expect(page).toHaveURL(/selected=component/);

  await page.reload();
  await expect(aside).toBeVisible();
  await aside.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expect(aside).toHaveCount(0);
  await expect(broker).toBeFocused();

  await page.keyboard.press(' ');
  await expect(aside).toBeVisible();
});

test('what is around a component, from its own page', async ({ page }) => {
  await page.goto(`${portal}/catalog/default/component/ledger`);
  await page.getByRole('link', { name: 'See in topology' }).press('Enter');

  await expect(page).toHaveURL(/topology\?focus=component/);
  await expect(node(page, 'service ledger')).toBeVisible();
  await expect(
    node(page, 'EventType com.example.payments.received.v1'),
  ).toBeVisible();
  await expect(node(page, 'Broker payments/payments')).toBeVisible();
  const count = await page.locator('.react-flow__node').count();

  await choice(page, 'Steps from it').click();
  await page.getByRole('option', { name: '1' }).click();
  await expect(page).toHaveURL(/depth=1/);
  await expect(node(page, 'Broker payments/payments')).toHaveCount(0);
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(count);
});

test('lines say which filter has to be passed, and what is only possible', async ({
  page,
}) => {
  await page.goto(`${portal}/event-mesh/topology?broker=${payments}`);
  await expect(node(page, 'Broker payments/payments')).toBeVisible();

  const canvas = page.getByRole('application');
  await expect(canvas.getByText('CESQL', { exact: true })).toBeVisible();
  await expect(
    canvas.getByText('every event', { exact: true }).first(),
  ).toBeVisible();
  await expect(
    canvas.getByText('dead letter', { exact: true }).first(),
  ).toBeAttached();
  await expect(
    canvas.locator('title', { hasText: 'may receive' }).first(),
  ).toBeAttached();
  await expect(node(page, 'Service payments/refund-desk')).toHaveAttribute(
    'aria-label',
    /Does not exist/,
  );
  await expect(node(page, 'Service payments/payment-auditor')).toHaveAttribute(
    'aria-label',
    /Not linked/,
  );
});

test('the table has all that the graph has, and both can be searched', async ({
  page,
}) => {
  await page.goto(`${portal}/event-mesh/topology?broker=${payments}`);
  const nodes = page.locator('.react-flow__node');
  await expect(node(page, 'Broker payments/payments')).toBeVisible();
  const count = await nodes.count();

  await page.getByRole('radio', { name: 'Table' }).click();
  await expect(page).toHaveURL(/view=table/);
  await expect(
    page.getByRole('table', { name: 'Nodes' }).getByRole('rowheader'),
  ).toHaveCount(count);

  await page.getByRole('searchbox', { name: 'Search' }).fill('reporting');
  await expect(page).toHaveURL(/text=reporting/);
  const links = page.getByRole('table', { name: 'Links' });
  await expect(links.getByText('Possible').first()).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Nodes' }).getByRole('rowheader'),
  ).toHaveCount(1);

  await page.getByRole('button', { name: 'Details of reporting' }).click();
  await expect(panel(page, 'reporting')).toContainText('Receives');
});

test('what the catalog does not have is said, not drawn as nothing', async ({
  page,
}) => {
  await page.goto(
    `${portal}/event-mesh/topology?focus=component:default/nobody`,
  );
  await expect(
    page.getByText('The catalog has no component:default/nobody.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Show the whole scope' }).click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the graph is ${theme} with the rest of the page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(
      `${portal}/event-mesh/topology?environment=demo&namespace=payments`,
    );
    const broker = node(page, 'Broker payments/payments');
    await expect(broker).toBeVisible();
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      theme,
    );
    await expect(page.locator('.react-flow')).toHaveClass(
      new RegExp(`\\b${theme}\\b`),
    );
  });
}
