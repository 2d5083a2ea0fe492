import { Flex } from '@backstage/ui';
import type { MeshFinding } from '../../lib/findingsOf';
import { type FlowColumn, PlainTable } from '../FlowTable';
import { ObjectLink } from '../ObjectLink';
import { Sentence } from '../Sentence';
import { Severity } from '../Severity';
import { ShortList } from '../ShortList';
import { CodeLink } from './CodeLink';

/** More rows than that take a browser noticeably long to lay out. */
const mostAtFirst = 100;

const columns: FlowColumn<MeshFinding>[] = [
  {
    id: 'object',
    label: 'Object',
    width: 24,
    content: ({ object, entityRef, environment }) => (
      <Flex direction="column" gap="1">
        <ObjectLink reference={object} entityRef={entityRef} />
        {environment && <Sentence text={`in ${environment}`} />}
      </Flex>
    ),
  },
  {
    id: 'severity',
    label: 'Severity and code',
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
    label: 'What is found',
    width: 29,
    content: ({ message }) => <Sentence text={message} />,
  },
  {
    id: 'action',
    label: 'What to do',
    width: 29,
    content: ({ action }) => <Sentence text={action} />,
  },
];

/** Findings, each with the object that it is about and what to do. */
export function FindingTable(props: { findings: MeshFinding[] }) {
  return (
    <ShortList items={props.findings} most={mostAtFirst} noun="findings">
      {shown => <PlainTable label="Findings" columns={columns} rows={shown} />}
    </ShortList>
  );
}
