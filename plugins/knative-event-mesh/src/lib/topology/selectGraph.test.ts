import type { Entity } from '@backstage/catalog-model';
import { brokerEntity, unlinkedService } from '../../__testUtils__/entities';
import { mostDrawn, mostDrawnAtAll, selectGraph } from './selectGraph';

const broker = 'component:payments/default-broker';
const scope = {
  environment: '',
  namespace: '',
  broker: '',
  focus: '',
  depth: 2,
};

function readingOf(consumers: number) {
  const triggers = Array.from({ length: consumers }, (_, index) => {
    const { destination, link } = unlinkedService(`consumer-${index}`);
    return {
      via: {
        kind: 'Trigger',
        namespace: 'payments',
        name: `t-${index}`,
        filter: [],
      },
      subscriber: destination,
      link,
      eventTypes: [],
    };
  });
  return {
    entities: [brokerEntity({ triggers })],
    referred: new Map<string, Entity | undefined>(),
    isCut: false,
  };
}

function select(consumers: number, isAll = false, focus = '') {
  return selectGraph(
    readingOf(consumers),
    { ...scope, focus },
    { expanded: new Set(), isAll },
  );
}

describe('selectGraph', () => {
  it('draws all of what is little', () => {
    const { whole, drawn, drawable } = select(10);
    expect(drawn).toBe(whole);
    expect(drawable).toBe(11);
  });

  it('draws a part of what is much, and all of it when asked', () => {
    expect(select(500).drawn!.nodes).toHaveLength(mostDrawn);
    expect(select(500, true).drawn!.nodes).toHaveLength(501);
    expect(select(500).drawable).toBe(501);
  });

  it('does not draw all of what is too much', () => {
    const { whole, drawn } = select(mostDrawnAtAll, true);
    expect(drawn).toBeUndefined();
    expect(whole.nodes).toHaveLength(mostDrawnAtAll + 1);
  });

  it('draws what is around an entity', () => {
    expect(select(3, false, broker).whole.nodes).toHaveLength(4);
    expect(select(3, false, 'component:default/none').whole.nodes).toEqual([]);
  });
});
