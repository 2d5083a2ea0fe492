import type { BrokerDetails } from 'backstage-plugin-knative-event-mesh-common';
import { describeAuthorization } from '../../lib/describeAuthorization';
import type { Fact } from '../FactList';
import { Sentence } from '../Sentence';

/** Where something takes events, and from whom. */
export function addresseeFacts({
  address,
  authorization,
}: Pick<BrokerDetails, 'address' | 'authorization'>): Fact[] {
  return [
    {
      term: 'Address',
      content: address ? (
        <Sentence text={`\`${address}\``} />
      ) : (
        <Sentence text="None: it takes no events." />
      ),
    },
    {
      term: 'Who may send',
      content: <Sentence text={describeAuthorization(authorization)} />,
    },
  ];
}
