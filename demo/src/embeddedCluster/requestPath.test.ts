import { parsePath } from './requestPath';

const core = { type: 'resource', group: '', version: 'v1' };
const apps = { type: 'resource', group: 'apps', version: 'v1' };

describe('parsePath', () => {
  it.each([
    ['/api/v1/services', { ...core, plural: 'services' }],
    ['/api/v1/services/', { ...core, plural: 'services' }],
    ['/api/v1/namespaces', { ...core, plural: 'namespaces' }],
    [
      '/api/v1/namespaces/shop',
      { ...core, plural: 'namespaces', namespace: 'shop', name: 'shop' },
    ],
    [
      '/api/v1/namespaces/shop/services',
      { ...core, plural: 'services', namespace: 'shop' },
    ],
    [
      '/apis/apps/v1/namespaces/shop/deployments/cart',
      { ...apps, plural: 'deployments', namespace: 'shop', name: 'cart' },
    ],
    [
      '/apis/apps/v1/namespaces/shop/deployments/cart/scale',
      {
        ...apps,
        plural: 'deployments',
        namespace: 'shop',
        name: 'cart',
        subresource: 'scale',
      },
    ],
  ])('finds the objects behind %s', (path, expected) => {
    expect(parsePath(path)).toEqual({
      namespace: undefined,
      name: undefined,
      subresource: undefined,
      ...expected,
    });
  });

  it.each(['/', '/api', '/api/v1', '/apis', '/apis/apps/v1', '/livez/x/y/z'])(
    'finds no objects behind %s',
    path => {
      expect(parsePath(path)).toEqual({ type: 'path', path });
    },
  );
});
