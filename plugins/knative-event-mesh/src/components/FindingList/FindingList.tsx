import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Flex,
} from '@backstage/ui';
import type {
  EventTypeDetails,
  Finding,
} from 'backstage-plugin-knative-event-mesh-common';
import { countOf } from '../../lib/countOf';
import { bySeverity } from '../../lib/bySeverity';

const status = { error: 'danger', warning: 'warning', info: 'info' } as const;

/** More would push what the page is about out of sight. */
const mostShown = 5;

/** What is wrong with an object, and what to do about it; the worst first. */
export function FindingList(props: Pick<EventTypeDetails, 'findings'>) {
  const findings = bySeverity(props.findings);
  const others = findings.slice(mostShown);

  return findings.length === 0 ? null : (
    <Flex direction="column" gap="2">
      <Alerts findings={findings.slice(0, mostShown)} />
      {others.length > 0 && (
        <Accordion>
          <AccordionTrigger
            title={countOf(others.length, 'more finding')}
            level={3}
          />
          <AccordionPanel>
            <Flex direction="column" gap="2">
              <Alerts findings={others} />
            </Flex>
          </AccordionPanel>
        </Accordion>
      )}
    </Flex>
  );
}

function Alerts(props: { findings: Finding[] }) {
  return (
    <>
      {props.findings.map(({ code, severity, message, action }) => (
        <Alert
          key={`${code} ${message}`}
          status={status[severity]}
          icon
          title={message}
          description={action}
        />
      ))}
    </>
  );
}
