import { RiQuestionLine } from '@remixicon/react';
import { StatusLabel } from '../StatusLabel';

/**
 * Says of something that it is of an earlier poll, if so: the last answer of the
 * cluster leaves it out, which does not mean that it is gone.
 */
export function Unconfirmed(props: { unconfirmed?: boolean }) {
  return props.unconfirmed ? (
    <StatusLabel
      tone="warning"
      icon={<RiQuestionLine size={16} />}
      text="Not confirmed"
      title="This is as it was read before. The last time it could not be read, so it may have changed."
    />
  ) : null;
}
