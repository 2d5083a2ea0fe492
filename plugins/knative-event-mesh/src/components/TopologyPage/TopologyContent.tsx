import { Alert } from '@backstage/ui';
import { useMemo } from 'react';
import { useTopology } from '../../hooks/useTopology';
import type { TopologyParameters } from '../../hooks/useTopologyParameters';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';
import {
  selectGraph,
  type TopologyReading,
  type TopologyScope,
} from '../../lib/topology';
import { CatalogContent } from '../CatalogContent';
import { TopologyView } from './TopologyView';

/** What is in a scope, once the catalog has answered. */
export function TopologyContent(props: {
  scope: TopologyScope;
  parameters: TopologyParameters;
  onChange: (changes: Partial<TopologyParameters>) => void;
}) {
  const reading = useTopology(props.scope);

  return (
    <CatalogContent what="topology" reading={reading} height={480}>
      {read => <Loaded {...props} reading={read} />}
    </CatalogContent>
  );
}

function Loaded(props: {
  scope: TopologyScope;
  parameters: TopologyParameters;
  reading: TopologyReading;
  onChange: (changes: Partial<TopologyParameters>) => void;
}) {
  const { scope, parameters, reading, onChange } = props;
  const t = useTopologyTexts();
  // The URL gives a new list with each change of anything.
  const expanded = parameters.expanded.join(',');
  const { isAll } = parameters;
  const selected = useMemo(
    () =>
      selectGraph(reading, scope, {
        expanded: new Set(expanded.split(',')),
        isAll,
      }),
    [reading, scope, expanded, isAll],
  );

  if (selected.whole.nodes.length === 0) {
    const entityRef = scope.focus || scope.broker;
    return entityRef ? (
      <Alert
        status="warning"
        icon
        title={t('topology.empty.focusTitle', { entityRef })}
        description={t('topology.empty.focusDescription')}
      />
    ) : (
      <Alert
        status="info"
        icon
        title={t('topology.empty.title')}
        description={t('topology.empty.description')}
      />
    );
  }
  return (
    <TopologyView
      scope={scope}
      parameters={parameters}
      graph={selected}
      isCut={reading.isCut}
      onChange={onChange}
    />
  );
}
