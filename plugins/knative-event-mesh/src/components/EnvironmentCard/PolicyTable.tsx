import { Flex, Text } from '@backstage/ui';
import type { PolicySummary } from 'backstage-plugin-knative-event-mesh-common';
import { describePolicyTarget } from '../../lib/describePolicyTarget';
import { BreakableText } from '../BreakableText';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { Trouble } from '../Readiness';
import { Sentence } from '../Sentence';
import { ShortList } from '../ShortList';

type PolicyRow = PolicySummary & { id: string };

/** More subjects than that would hide the other policies. */
const mostAtFirst = 5;

const columns: FlowColumn<PolicyRow>[] = [
  {
    id: 'policy',
    label: 'EventPolicy',
    width: 28,
    content: ({ id, readiness }) => (
      <Flex direction="column" gap="1">
        <Text variant="body-small">
          <BreakableText text={id} />
        </Text>
        <Trouble readiness={readiness} />
      </Flex>
    ),
  },
  {
    id: 'to',
    label: 'About',
    width: 32,
    content: row => <Sentence text={describeTargets(row)} />,
  },
  {
    id: 'subjects',
    label: 'Senders',
    width: 40,
    content: ({ subjects }) => (
      <Flex direction="column" gap="1">
        {subjects.length === 0 && (
          <Sentence text="none that Knative has resolved" />
        )}
        <ShortList items={subjects} most={mostAtFirst} noun="senders">
          {shown =>
            shown.map(subject => (
              <Sentence key={subject} text={`\`${subject}\``} />
            ))
          }
        </ShortList>
      </Flex>
    ),
  },
];

/** The EventPolicies of a mesh: who may send to what. */
export function PolicyTable(props: { policies: PolicySummary[] }) {
  return (
    <FlowTable
      label="Policies"
      columns={columns}
      rows={props.policies.map(policy => ({
        ...policy,
        id: `${policy.namespace}/${policy.name}`,
      }))}
      searchText={row =>
        [row.id, describeTargets(row), ...row.subjects].join(' ')
      }
    />
  );
}

function describeTargets({ namespace, to }: PolicySummary): string {
  return to.length === 0
    ? `everything in namespace ${namespace}`
    : to.map(describePolicyTarget).join(', ');
}
