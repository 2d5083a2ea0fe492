import { Flex, Text } from '@backstage/ui';
import type {
  MatchReason,
  LinkSummary,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  describeFilter,
  type FilterDescription,
} from '../../lib/describeFilter';
import { describeReference } from '../../lib/describeReference';
import { ManifestText } from '../ManifestText';
import { Note } from '../Note';
import { ScrollRegion } from '../ScrollRegion';
import { Sentence } from '../Sentence';

/** More lines than that would push the other links off the page. */
const mostLines = 16;
const mostCharacters = 800;

/** What a trigger lets pass, as written, and what of it the broker leaves out. */
export function Filter(props: { link: LinkSummary; notes: MatchReason[] }) {
  const { link, notes } = props;

  return (
    <Flex direction="column" gap="1">
      <Written
        filter={describeFilter(link)}
        label={`Filter of ${describeReference(link)}`}
      />
      {notes.map(({ text }) => (
        <Note key={text} text={text} />
      ))}
    </Flex>
  );
}

function Written(props: { filter: FilterDescription; label: string }) {
  const { filter, label } = props;

  if (filter.kind === 'everyEvent') {
    return (
      <Text variant="body-small" color="secondary">
        every event
      </Text>
    );
  }
  const text = <ManifestText text={filter.text} />;
  return (
    <>
      {isLong(filter.text) ? (
        <ScrollRegion label={label}>{text}</ScrollRegion>
      ) : (
        text
      )}
      {filter.isCut && (
        <Sentence text="The filters are too long to be shown whole: this is how they begin." />
      )}
    </>
  );
}

function isLong(text: string): boolean {
  return text.length > mostCharacters || text.split('\n').length > mostLines;
}
