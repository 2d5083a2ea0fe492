import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { findingExplanations } from '../../lib/findingExplanations';
import { eventMeshTranslationRef } from '../../translation';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { explanationId } from './CodeLink';
import styles from './CodeExplanations.module.css';

/** What the codes of the findings above mean. */
export function CodeExplanations(props: { codes: string[] }) {
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const codes = [...new Set(props.codes)]
    .filter(code => Object.hasOwn(findingExplanations, code))
    .sort();

  return codes.length === 0 ? null : (
    <Section title={t('findings.codes')} level={2}>
      <dl className={styles.list}>
        {codes.map(code => (
          <div
            key={code}
            id={explanationId(code)}
            className={styles.explanation}
          >
            <dt>{code}</dt>
            <dd>
              <Sentence text={findingExplanations[code]} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
