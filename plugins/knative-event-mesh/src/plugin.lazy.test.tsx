/** Throws when it is loaded. */
function refuse(name: string) {
  jest.doMock(name, () => {
    throw new Error(`${name} was loaded eagerly`);
  });
}

/**
 * The blueprints for entity pages bring the UI library themselves
 * (plugin-catalog-react 3.2.3), for every plugin of an app: what is of interest
 * is what ours brings.
 */
function replaceEntityBlueprints() {
  jest.doMock('@backstage/plugin-catalog-react/alpha', () => {
    const { PageBlueprint } = jest.requireActual(
      '@backstage/frontend-plugin-api',
    );
    return new Proxy(
      {},
      {
        get: (_, blueprint) => ({
          make: ({ name }: { name: string }) =>
            PageBlueprint.make({
              name: `${String(blueprint)}-${name}`,
              params: { path: `/${name}` },
            }),
        }),
      },
    );
  });
}

afterEach(() => {
  jest.dontMock('@backstage/plugin-catalog-react/alpha');
  jest.dontMock('@backstage/ui');
  jest.dontMock('@xyflow/react');
});

describe('what the plugin loads at once', () => {
  it('is neither React Flow nor the UI library', () => {
    jest.isolateModules(() => {
      replaceEntityBlueprints();
      refuse('@xyflow/react');
      refuse('@backstage/ui');
      expect(() => require('./plugin')).not.toThrow();
    });
  });

  it.each(['@xyflow/react', '@backstage/ui'])(
    'would be found out, if it were %s',
    name => {
      jest.isolateModules(() => {
        refuse(name);
        expect(() => require('./components/TopologyPage')).toThrow(
          `${name} was loaded eagerly`,
        );
      });
    },
  );
});
