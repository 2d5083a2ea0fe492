import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, SearchField } from '@backstage/ui';
import type { FindingFilter } from '../../lib/filterFindings';
import type { MeshFinding } from '../../lib/findingsOf';
import { severities } from '../../lib/bySeverity';
import { eventMeshTranslationRef } from '../../translation';
import { ChoiceField } from '../ChoiceField';
import styles from './FindingFilters.module.css';

/** What findings are looked for, with what there is to choose from. */
export function FindingFilters(props: {
  /** All of them, whatever the filter. */
  findings: MeshFinding[];
  filter: FindingFilter;
  onChange: (changes: Partial<FindingFilter>) => void;
}) {
  const { findings, filter, onChange } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <Flex gap="3" align="end" className={styles.filters}>
      <div className={styles.text}>
        <SearchField
          label={t('findings.filters.text')}
          placeholder={t('findings.filters.textPlaceholder')}
          size="small"
          value={filter.text}
          onChange={text => onChange({ text })}
        />
      </div>
      <ChoiceField
        label={t('findings.filters.severity')}
        all={t('findings.filters.allSeverities')}
        options={severities.map(severity => ({
          id: severity,
          label: t(`common.severity.${severity}`),
        }))}
        value={filter.severity}
        onChange={severity => onChange({ severity })}
      />
      <ChoiceField
        label={t('findings.filters.environment')}
        all={t('findings.filters.allEnvironments')}
        options={optionsOf(findings.map(({ environment }) => environment))}
        value={filter.environment}
        onChange={environment => onChange({ environment })}
      />
      <ChoiceField
        label={t('findings.filters.code')}
        all={t('findings.filters.allCodes')}
        options={optionsOf(findings.map(({ code }) => code))}
        value={filter.code}
        onChange={code => onChange({ code })}
      />
    </Flex>
  );
}

function optionsOf(values: string[]) {
  return [...new Set(values)]
    .filter(Boolean)
    .sort()
    .map(value => ({ id: value, label: value }));
}
