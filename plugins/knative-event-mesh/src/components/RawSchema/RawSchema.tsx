import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { ScrollRegion } from '../ScrollRegion';
import styles from './RawSchema.module.css';

/** A schema that the API definition cannot hold, as it was written. */
export function RawSchema(props: { text: string }) {
  return (
    <Accordion>
      <AccordionTrigger title="Schema, as written" level={3} />
      <AccordionPanel>
        <ScrollRegion label="Schema, as written">
          <pre className={styles.text}>{props.text}</pre>
        </ScrollRegion>
      </AccordionPanel>
    </Accordion>
  );
}
