import { defaultDepth, depths, type TopologyScope } from '../lib/topology';
import { useUrlParameters } from './useUrlParameters';

/** Stands in the URL for all environments or namespaces. */
const everything = '*';

/** What the URL of the topology says. */
export interface TopologyParameters {
  /** Undefined where the page chooses, an empty text for all. */
  environment?: string;
  namespace?: string;
  broker: string;
  focus: string;
  depth: number;
  /** What is searched for. */
  text: string;
  view: 'graph' | 'table';
  /** Whether all is drawn, though it is much. */
  isAll: boolean;
  /** Brokers and channels whose event types are all drawn. */
  expanded: string[];
  /** Id of the node whose panel is open. */
  selected: string;
}

/** The state of the topology, which all is in its URL, and how to change it. */
export function useTopologyParameters(): [
  TopologyParameters,
  (changes: Partial<TopologyParameters>) => void,
] {
  const [parameters, change] = useUrlParameters();
  return [
    parametersOf(parameters),
    changes =>
      change(
        Object.fromEntries(
          Object.entries(changes).map(([name, value]) => [
            name,
            textOf(name as keyof TopologyParameters, value),
          ]),
        ),
      ),
  ];
}

/** What is asked of the catalog, once it is known what the page chooses. */
export function scopeOf(
  { environment, namespace, broker, focus, depth }: TopologyParameters,
  chosen: Pick<TopologyScope, 'environment' | 'namespace'>,
): TopologyScope {
  return {
    environment: environment ?? chosen.environment,
    namespace: namespace ?? chosen.namespace,
    broker,
    focus,
    depth,
  };
}

function parametersOf(url: URLSearchParams): TopologyParameters {
  const depth = Number(url.get('depth'));
  return {
    environment: choiceOf(url.get('environment')),
    namespace: choiceOf(url.get('namespace')),
    broker: url.get('broker') ?? '',
    focus: (url.get('focus') ?? '').toLocaleLowerCase('en-US'),
    depth: depths.find(known => known === depth) ?? defaultDepth,
    text: url.get('text') ?? '',
    view: url.get('view') === 'table' ? 'table' : 'graph',
    isAll: url.get('isAll') === 'true',
    expanded: (url.get('expanded') ?? '').split(',').filter(Boolean),
    selected: url.get('selected') ?? '',
  };
}

function choiceOf(value: string | null): string | undefined {
  return value === everything ? '' : value ?? undefined;
}

function textOf(
  name: keyof TopologyParameters,
  value: TopologyParameters[keyof TopologyParameters],
): string | undefined {
  if (value === '' && (name === 'environment' || name === 'namespace')) {
    return everything;
  }
  const isUsual =
    !value || value === 'graph' || (name === 'depth' && value === defaultDepth);
  return isUsual ? undefined : String(value);
}
