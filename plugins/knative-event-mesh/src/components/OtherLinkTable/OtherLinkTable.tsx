import { describeReference } from '../../lib/describeReference';
import { keyOf } from '../../lib/keyOf';
import type { OtherLink } from '../../lib/otherLinksOf';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { ObjectLink } from '../ObjectLink';
import { Sentence } from '../Sentence';

type OtherLinkRow = OtherLink & { id: string };

const columns: FlowColumn<OtherLinkRow>[] = [
  {
    id: 'object',
    label: 'Object',
    width: 42,
    content: ({ reference, entityRef }) => (
      <ObjectLink reference={reference} entityRef={entityRef} />
    ),
  },
  {
    id: 'how',
    label: 'How',
    width: 58,
    content: ({ text }) => <Sentence text={text} />,
  },
];

/** Objects of the mesh that a component is linked to, each with how. */
export function OtherLinkTable(props: { label: string; links: OtherLink[] }) {
  return (
    <FlowTable
      label={props.label}
      columns={columns}
      rows={props.links.map(link => ({
        ...link,
        id: `${keyOf(link.reference)} ${link.text}`,
      }))}
      searchText={({ reference, text }) =>
        `${describeReference(reference)} ${text}`
      }
    />
  );
}
