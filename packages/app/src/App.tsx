import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav';

/** The demo portal: a stock Backstage app; its plugins are found by `app.packages: all`. */
export const App = createApp({ features: [navModule] });
