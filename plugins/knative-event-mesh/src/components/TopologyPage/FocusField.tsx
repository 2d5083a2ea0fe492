import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Flex, Select, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { TopologyParameters } from '../../hooks/useTopologyParameters';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';
import { depths, type TopologyScope } from '../../lib/topology';
import styles from './ScopeBar.module.css';

/** Around what the topology is shown, and how far. */
export function FocusField(props: {
  scope: TopologyScope;
  onChange: (changes: Partial<TopologyParameters>) => void;
}) {
  const { scope, onChange } = props;
  const t = useTopologyTexts();

  return (
    <>
      <Flex direction="column" gap="1">
        <Text variant="body-small" weight="bold">
          {t('topology.scope.focus')}
        </Text>
        <Flex align="center" gap="2" className={styles.focus}>
          <EntityRefLink entityRef={scope.focus} />
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiCloseLine />}
            onPress={() => onChange({ focus: '', selected: '', isAll: false })}
          >
            {t('topology.scope.endFocus')}
          </Button>
        </Flex>
      </Flex>
      <Select
        label={t('topology.scope.depth')}
        options={depths.map(depth => ({
          id: String(depth),
          label: String(depth),
        }))}
        value={String(scope.depth)}
        onChange={depth => onChange({ depth: Number(depth) })}
      />
    </>
  );
}
