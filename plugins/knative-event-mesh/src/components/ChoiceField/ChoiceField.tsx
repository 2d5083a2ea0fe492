import { Select } from '@backstage/ui';

/** A key that no option has: an empty one cannot be selected. */
const everything = '*';

/** A choice among options, or none of them in particular. */
export function ChoiceField(props: {
  label: string;
  /** What no choice is called, such as `All severities`. */
  all: string;
  options: { id: string; label: string }[];
  /** An empty text stands for no choice. */
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, all, options, value, onChange } = props;
  const isKnown = options.some(option => option.id === value);

  return (
    <Select
      label={label}
      options={[
        { id: everything, label: all },
        ...options,
        // A link may ask for what there is no longer: better seen than not.
        ...(value && !isKnown ? [{ id: value, label: value }] : []),
      ]}
      value={value || everything}
      onChange={key => onChange(key === everything ? '' : String(key))}
    />
  );
}
