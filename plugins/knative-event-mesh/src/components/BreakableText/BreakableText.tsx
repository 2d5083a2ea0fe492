import { Fragment } from 'react';

/**
 * Text that may wrap after a dot, slash or colon, so that event types, URLs
 * and attribute values break where a reader would.
 */
export function BreakableText(props: { text: string }) {
  return (
    <>
      {props.text.split(/(?<=[./:])/).map((part, index) => (
        // The parts of a text have no identity but their place.
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  );
}
