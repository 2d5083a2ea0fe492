import {
  Flex,
  SearchField,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { RiFlowChart, RiTableLine } from '@remixicon/react';
import type { BrokerChoice } from '../../hooks/useBrokers';
import type { MeshNamespaces } from '../../hooks/useMeshNamespaces';
import type { TopologyParameters } from '../../hooks/useTopologyParameters';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';
import type { TopologyScope } from '../../lib/topology';
import { ChoiceField } from '../ChoiceField';
import { FocusField } from './FocusField';
import styles from './ScopeBar.module.css';

/** What is shown: part of the mesh, or what is around an entity, and as what. */
export function ScopeBar(props: {
  scope: TopologyScope;
  parameters: TopologyParameters;
  brokers: BrokerChoice[];
  choices: MeshNamespaces;
  onChange: (changes: Partial<TopologyParameters>) => void;
}) {
  const { scope, parameters, brokers, choices, onChange } = props;
  const t = useTopologyTexts();
  const anew = { focus: '', selected: '', expanded: [], isAll: false };

  return (
    <Flex
      gap="3"
      align="end"
      className={styles.bar}
      role="group"
      aria-label={t('topology.scope.label')}
    >
      {scope.focus ? (
        <FocusField scope={scope} onChange={onChange} />
      ) : (
        <>
          <ChoiceField
            label={t('topology.scope.environment')}
            all={t('topology.scope.allEnvironments')}
            options={choices.environments.map(optionOf)}
            value={scope.environment}
            onChange={environment =>
              onChange({ ...anew, environment, namespace: '', broker: '' })
            }
          />
          <ChoiceField
            label={t('topology.scope.namespace')}
            all={t('topology.scope.allNamespaces')}
            options={choices.namespaces.map(optionOf)}
            value={scope.namespace}
            onChange={namespace => onChange({ ...anew, namespace, broker: '' })}
          />
          <ChoiceField
            label={t('topology.scope.broker')}
            all={t('topology.scope.allBrokers')}
            options={brokers.map(({ entityRef, name, environment }) => ({
              id: entityRef,
              label:
                scope.environment || !environment
                  ? name
                  : t('topology.scope.brokerInEnvironment', {
                      broker: name,
                      environment,
                    }),
            }))}
            value={scope.broker}
            onChange={broker => onChange({ ...anew, broker })}
          />
        </>
      )}
      <div className={styles.search}>
        <SearchField
          label={t('topology.scope.search')}
          placeholder={t('topology.scope.searchPlaceholder')}
          size="small"
          value={parameters.text}
          onChange={text => onChange({ text })}
        />
      </div>
      <ToggleButtonGroup
        aria-label={t('topology.scope.view')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[parameters.view]}
        onSelectionChange={keys =>
          onChange({ view: keys.has('table') ? 'table' : 'graph' })
        }
      >
        <ToggleButton id="graph" iconStart={<RiFlowChart />}>
          {t('topology.scope.graph')}
        </ToggleButton>
        <ToggleButton id="table" iconStart={<RiTableLine />}>
          {t('topology.scope.table')}
        </ToggleButton>
      </ToggleButtonGroup>
    </Flex>
  );
}

function optionOf(value: string) {
  return { id: value, label: value };
}
