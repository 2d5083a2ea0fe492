import { expect } from '@playwright/test';
import {
  chooseTheme,
  expectAccessible,
  keepScreenshot,
  openPage,
  test,
  themes,
} from './app';

/** Each page, with something that it shows once all was read. */
const pages = [
  { name: 'overview', path: 'overview', shows: '21 Trigger' },
  {
    name: 'event-types',
    path: 'event-types?text=refund',
    shows: 'com.example.payments.refunded.v1',
  },
  {
    name: 'topology',
    path: 'topology?focus=api:payments/payment-refunded',
    shows: 'Steps from it',
  },
  {
    name: 'topology-panel',
    path: 'topology?broker=component:payments/ledger-broker&selected=component:payments/ledger-broker',
    shows: 'Triggers',
  },
  {
    name: 'topology-table',
    path: 'topology?broker=component:payments/ledger-broker&view=table',
    shows: /Links \(\d+\)/,
    // Nothing but a table, as on other pages.
    withoutPicture: true,
  },
  {
    name: 'findings',
    path: 'findings?severity=error',
    shows: /4 of \d+ findings/,
  },
  {
    name: 'try-an-event',
    path: 'try-an-event?broker=component:payments/payments-broker&eventType=api:payments/payment-refunded',
    shows: /of \d+ triggers would deliver it/,
  },
];

for (const { name, path, shows, withoutPicture } of pages) {
  test(`the page ${name} is whole and accessible in light and dark`, async ({
    app: page,
  }) => {
    await openPage(page, `/event-mesh/${path}`);
    const main = page.getByRole('main').first();
    await expect(main.getByText(shows).first()).toBeVisible();

    for (const theme of themes) {
      await chooseTheme(page, theme);
      await expectAccessible(page, main);
      if (!withoutPicture) {
        await keepScreenshot(page, main, `page-${name}-${theme}`);
      }
    }
  });
}
