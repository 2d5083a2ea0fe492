import { Flex } from '@backstage/ui';
import { RiAlertLine, RiCheckboxCircleLine } from '@remixicon/react';
import { countOf } from '../../lib/countOf';
import { Sentence } from '../Sentence';
import { StatusLabel } from '../StatusLabel';

/** Whether an environment is read, and all of it. */
export function Health(props: {
  isStale: boolean;
  /** How many kinds or namespaces could not be read. */
  omissions: number;
  /** How many entities stay of objects that are gone, in case it is a mistake. */
  doubted: number;
}) {
  const { isStale, omissions, doubted } = props;

  if (!isStale && omissions === 0 && doubted === 0) {
    return (
      <StatusLabel
        tone="positive"
        icon={<RiCheckboxCircleLine size={16} />}
        text="Read"
      />
    );
  }
  return (
    <Flex direction="column" gap="1">
      {isStale && (
        <>
          <Warning text="Not read for a while" />
          <Sentence text="Its pages show what was. The log of the Backstage backend says why." />
        </>
      )}
      {omissions > 0 && (
        <>
          <Warning text="Read in part" />
          <Sentence
            text={`${countOf(
              omissions,
              'thing',
            )} could not be read: the page of the environment says what, and why.`}
          />
        </>
      )}
      {doubted > 0 && (
        <>
          <Warning text="Removals in doubt" />
          <Sentence
            text={`${countOf(
              doubted,
              'object',
            )} went missing at once. In case that is a mistake, the entities stay for a while.`}
          />
        </>
      )}
    </Flex>
  );
}

function Warning(props: { text: string }) {
  return (
    <StatusLabel
      tone="warning"
      icon={<RiAlertLine size={16} />}
      text={props.text}
    />
  );
}
