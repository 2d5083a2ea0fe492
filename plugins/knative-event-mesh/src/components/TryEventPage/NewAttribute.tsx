import { Button, Flex, TextField } from '@backstage/ui';
import { type FormEvent, useState } from 'react';
import { isEventAttributeName } from '../../lib/eventInUrl';

/** Gives an event one more attribute. */
export function NewAttribute(props: {
  /** Names that it has already. */
  taken: string[];
  onAdd: (name: string) => void;
}) {
  const { taken, onAdd } = props;
  const [name, setName] = useState('');
  const problem = name === '' ? undefined : problemOf(name, taken);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '' && !problem) {
      onAdd(name);
      setName('');
    }
  };

  return (
    <form onSubmit={submit}>
      <Flex align="end" gap="2">
        <TextField
          label="Another attribute"
          description={problem}
          isInvalid={problem !== undefined}
          placeholder="country"
          size="small"
          value={name}
          onChange={setName}
          style={{ flex: 1 }}
        />
        <Button
          type="submit"
          size="small"
          variant="secondary"
          isDisabled={name === '' || problem !== undefined}
        >
          Add
        </Button>
      </Flex>
    </form>
  );
}

function problemOf(name: string, taken: string[]): string | undefined {
  if (taken.includes(name)) {
    return 'The event has this attribute already.';
  }
  return isEventAttributeName(name)
    ? undefined
    : 'Only lower-case letters and digits, and not data.';
}
