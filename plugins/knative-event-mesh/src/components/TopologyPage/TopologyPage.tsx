import { Flex } from '@backstage/ui';
import { type BrokerChoice, useBrokers } from '../../hooks/useBrokers';
import { useMeshNamespaces } from '../../hooks/useMeshNamespaces';
import {
  scopeOf,
  useTopologyParameters,
} from '../../hooks/useTopologyParameters';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';
import type { TopologyScope } from '../../lib/topology';
import { CatalogContent } from '../CatalogContent';
import { PageContent } from '../PageContent';
import { ScopeBar } from './ScopeBar';
import { TopologyContent } from './TopologyContent';

/** About that of the graph, in pixels. */
const height = 480;

/** How events go through the mesh, as a graph and as a table. */
export function TopologyPage() {
  const t = useTopologyTexts();
  const brokers = useBrokers();

  return (
    <PageContent introduction={t('topology.introduction')}>
      <CatalogContent what="brokers" reading={brokers} height={height}>
        {choices => <ScopedTopology brokers={choices} />}
      </CatalogContent>
    </PageContent>
  );
}

function ScopedTopology(props: { brokers: BrokerChoice[] }) {
  const { brokers } = props;
  const [parameters, change] = useTopologyParameters();
  const scope = scopeOf(parameters, usualScope(brokers, parameters));
  const namespaces = useMeshNamespaces(scope.environment);

  return (
    <Flex direction="column" gap="4">
      <CatalogContent what="namespaces" reading={namespaces} height={64}>
        {choices => (
          <ScopeBar
            scope={scope}
            parameters={parameters}
            brokers={brokers.filter(
              broker =>
                isOf(scope.environment, broker.environment) &&
                isOf(scope.namespace, broker.namespace),
            )}
            choices={choices}
            onChange={change}
          />
        )}
      </CatalogContent>
      <TopologyContent
        key={JSON.stringify(scope)}
        scope={scope}
        parameters={parameters}
        onChange={change}
      />
    </Flex>
  );
}

/**
 * Without a choice, where the broker is, or the first of all: what fits a screen
 * rather than everything. Who names an environment gets all of it.
 */
function usualScope(
  brokers: BrokerChoice[],
  { environment, broker }: Partial<TopologyScope>,
) {
  const chosen = broker
    ? brokers.find(({ entityRef }) => entityRef === broker)
    : brokers[0];
  return environment === undefined && chosen
    ? { environment: chosen.environment, namespace: chosen.namespace }
    : { environment: '', namespace: '' };
}

function isOf(wanted: string, value: string): boolean {
  return wanted === '' || wanted === value;
}
