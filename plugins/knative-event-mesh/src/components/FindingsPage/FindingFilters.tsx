import { Flex, SearchField } from '@backstage/ui';
import type { FindingFilter } from '../../lib/filterFindings';
import type { MeshFinding } from '../../lib/findingsOf';
import { severities } from '../../lib/bySeverity';
import { severityNames } from '../../lib/severityNames';
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

  return (
    <Flex gap="3" align="end" className={styles.filters}>
      <div className={styles.text}>
        <SearchField
          label="Text"
          placeholder="Object, sentence, what to do"
          size="small"
          value={filter.text}
          onChange={text => onChange({ text })}
        />
      </div>
      <ChoiceField
        label="Severity"
        all="All severities"
        options={severities.map(severity => ({
          id: severity,
          label: severityNames[severity],
        }))}
        value={filter.severity}
        onChange={severity => onChange({ severity })}
      />
      <ChoiceField
        label="Environment"
        all="All environments"
        options={optionsOf(findings.map(({ environment }) => environment))}
        value={filter.environment}
        onChange={environment => onChange({ environment })}
      />
      <ChoiceField
        label="Code"
        all="All codes"
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
