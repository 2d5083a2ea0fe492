import { Button } from '@backstage/ui';
import { type ReactNode, useState } from 'react';

/** The first of many things, and a button for the rest. */
export function ShortList<T>(props: {
  items: T[];
  /** How many are shown at first. */
  most: number;
  /** What the things are, in the plural. */
  noun: string;
  children: (shown: T[]) => ReactNode;
}) {
  const { items, most, noun, children } = props;
  const [isWhole, setIsWhole] = useState(false);
  const isCut = !isWhole && items.length > most;

  return (
    <>
      {children(isCut ? items.slice(0, most) : items)}
      {isCut && (
        <div>
          <Button
            variant="secondary"
            size="small"
            // Where there is little room, the place says what there is more of.
            aria-label={`Show all ${items.length} ${noun}`}
            onPress={() => setIsWhole(true)}
          >
            {`Show all ${items.length}`}
          </Button>
        </div>
      )}
    </>
  );
}
