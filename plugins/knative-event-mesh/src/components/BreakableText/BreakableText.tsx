import { Fragment } from 'react';

/**
 * Text that may wrap after a dot, slash or colon and before a capital letter, so
 * that event types, URLs and reasons break where a reader would.
 */
export function BreakableText(props: { text: string }) {
  return (
    <>
      {props.text.split(/(?<=[./:])|(?<=[a-z])(?=[A-Z])/).map((part, index) => (
        // The parts of a text have no identity but their place.
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  );
}
