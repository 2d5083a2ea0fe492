import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** So long, in milliseconds, nothing is asked for after a letter is typed. */
const pause = 250;

/** A search that asks for something only when the typing pauses. */
export function DelayedSearchField(props: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, placeholder, value, onChange } = props;
  const [typed, setTyped] = useState(value);

  // What is searched for may change elsewhere, as by a link.
  useEffect(() => setTyped(value), [value]);
  useDebounce(() => typed !== value && onChange(typed), pause, [typed]);

  return (
    <SearchField
      label={label}
      placeholder={placeholder}
      size="small"
      value={typed}
      onChange={setTyped}
    />
  );
}
