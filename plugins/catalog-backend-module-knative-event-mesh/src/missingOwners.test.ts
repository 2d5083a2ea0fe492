import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { missingOwners } from './missingOwners';

const auth = mockServices.auth();

function owned(owner?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'x' },
    spec: { owner },
  };
}

function entity(kind: string, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
  };
}

const catalog = catalogServiceMock({
  entities: [entity('Group', 'platform'), entity('System', 'shop')],
});

describe('missingOwners', () => {
  it('finds nothing when all are in the catalog', async () => {
    expect(
      await missingOwners(
        [owned('group:default/platform')],
        { owner: 'group:default/platform', system: 'system:default/shop' },
        { catalog, auth },
      ),
    ).toEqual([]);
  });

  it('tells each missing one once, with what it owns', async () => {
    const findings = await missingOwners(
      [
        owned('user:default/jane'),
        owned('group:default/platform'),
        owned('user:default/jane'),
        owned(),
      ],
      { owner: 'group:default/gone', system: 'system:default/store' },
      { catalog, auth },
    );
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'ownerNotFound: group:default/gone is not in the catalog, and 0 entities of this environment belong to it.',
      'systemNotFound: system:default/store is not in the catalog, and 4 entities of this environment are part of it.',
      'ownerNotFound: user:default/jane is not in the catalog, and 2 entities of this environment belong to it.',
    ]);
    expect(findings[2].object).toEqual({
      group: 'backstage.io',
      kind: 'User',
      namespace: 'default',
      name: 'jane',
    });
  });

  it('does not nag where no owner is configured', async () => {
    const getEntitiesByRefs = jest.fn();
    expect(
      await missingOwners(
        [owned('group:default/unknown')],
        { owner: 'group:default/unknown' },
        { catalog: catalogServiceMock.mock({ getEntitiesByRefs }), auth },
      ),
    ).toEqual([]);
    expect(getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('fails when the catalog does', async () => {
    const down = catalogServiceMock.mock({
      getEntitiesByRefs: async () => {
        throw new Error('catalog is down');
      },
    });
    await expect(
      missingOwners([], { owner: 'group:a/b' }, { catalog: down, auth }),
    ).rejects.toThrow('catalog is down');
  });
});
