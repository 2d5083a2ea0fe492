import { askApp } from '../__testUtils__/askApp';
import { securityHeaders } from './securityHeaders';

it('marks every answer as JSON for one caller', async () => {
  const { headers } = await askApp(app => {
    app.use(securityHeaders());
    app.get('/', (_request, response) => {
      response.json({});
    });
  });
  expect(headers).toMatchObject({
    'cache-control': 'private, no-cache',
    vary: 'Authorization',
    'x-content-type-options': 'nosniff',
  });
});
