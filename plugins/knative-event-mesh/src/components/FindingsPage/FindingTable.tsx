import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import { useMemo } from 'react';
import type { MeshFinding } from '../../lib/findingsOf';
import { eventMeshTranslationRef } from '../../translation';
import type { MeshTexts } from '../../translation/MeshTexts';
import { type FlowColumn, PlainTable } from '../FlowTable';
import { ObjectLink } from '../ObjectLink';
import { Sentence } from '../Sentence';
import { Severity } from '../Severity';
import { ShortList } from '../ShortList';
import { CodeLink } from './CodeLink';

/** More rows than that take a browser noticeably long to lay out. */
const mostAtFirst = 100;

function columnsOf(t: MeshTexts): FlowColumn<MeshFinding>[] {
  return [
    {
      id: 'object',
      label: t('findings.table.object'),
      width: 24,
      content: ({ object, entityRef, environment }) => (
        <Flex direction="column" gap="1">
          <ObjectLink reference={object} entityRef={entityRef} />
          {environment && (
            <Sentence
              text={t('findings.table.inEnvironment', { environment })}
            />
          )}
        </Flex>
      ),
    },
    {
      id: 'severity',
      label: t('findings.table.severityAndCode'),
      width: 18,
      content: ({ severity, code }) => (
        <Flex direction="column" gap="1">
          <Severity severity={severity} />
          <CodeLink code={code} />
        </Flex>
      ),
    },
    {
      id: 'finding',
      label: t('findings.table.found'),
      width: 29,
      content: ({ message }) => <Sentence text={message} />,
    },
    {
      id: 'action',
      label: t('findings.table.action'),
      width: 29,
      content: ({ action }) => <Sentence text={action} />,
    },
  ];
}

/** Findings, each with the object that it is about and what to do. */
export function FindingTable(props: { findings: MeshFinding[] }) {
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const columns = useMemo(() => columnsOf(t), [t]);

  return (
    <ShortList
      items={props.findings}
      most={mostAtFirst}
      noun={t('findings.what')}
    >
      {shown => (
        <PlainTable
          label={t('findings.table.title')}
          columns={columns}
          rows={shown}
        />
      )}
    </ShortList>
  );
}
