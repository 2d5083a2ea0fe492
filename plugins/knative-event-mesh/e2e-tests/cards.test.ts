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

/** Each card for each role, with something that it shows once all was read. */
const cards = [
  {
    name: 'event-type',
    entity: 'payments/api/payment-refunded',
    shows: '5 consumers, 1 possible',
  },
  {
    name: 'broker',
    entity: 'fraud/component/fraud-broker',
    shows: 'Not ready: NoAddress',
  },
  {
    name: 'channel',
    entity: 'payments/component/statements-channel',
    shows: '2 subscriptions',
  },
  {
    name: 'source',
    entity: 'payments/component/card-terminals-kafkasource',
    shows: 'Sends to',
  },
  {
    name: 'sink',
    entity: 'payments/component/close-books-jobsink',
    shows: 'Receives',
  },
  {
    name: 'sequence',
    entity: 'payments/component/refund-review-sequence',
    shows: 'What comes out',
  },
  {
    name: 'parallel',
    entity: 'payments/component/payout-routing-parallel',
    shows: 'Branches',
  },
  {
    name: 'component',
    entity: 'default/component/reporting',
    shows: 'ledger-reporting',
  },
  {
    name: 'environment',
    title: 'Event mesh',
    entity: 'default/system/knative-event-mesh-demo',
    shows: 'payments-senders',
  },
];

for (const { name, title = 'Event flow', entity, shows } of cards) {
  test(`the card of a ${name} is whole and accessible in light and dark`, async ({
    app: page,
  }) => {
    await openPage(page, `/catalog/${entity}`);
    const card = cardOf(page, title);
    await expect(card.getByText(shows).first()).toBeVisible();

    for (const theme of themes) {
      await chooseTheme(page, theme);
      await expectAccessible(page, card);
      await keepScreenshot(page, card, `card-${name}-${theme}`);
    }
  });
}
