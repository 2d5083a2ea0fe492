import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, TextField } from '@backstage/ui';
import { type FormEvent, useState } from 'react';
import { isEventAttributeName } from '../../lib/eventInUrl';
import { eventMeshTranslationRef } from '../../translation';

/** Gives an event one more attribute. */
export function NewAttribute(props: {
  /** Names that it has already. */
  taken: string[];
  onAdd: (name: string) => void;
}) {
  const { taken, onAdd } = props;
  const [name, setName] = useState('');
  const { t } = useTranslationRef(eventMeshTranslationRef);
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
          label={t('tryEvent.event.another')}
          description={problem && t(`tryEvent.event.${problem}`)}
          isInvalid={problem !== undefined}
          placeholder={t('tryEvent.event.anotherExample')}
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
          {t('tryEvent.event.add')}
        </Button>
      </Flex>
    </form>
  );
}

/** What is wrong with a name: the key of its text. */
function problemOf(
  name: string,
  taken: string[],
): 'taken' | 'invalid' | undefined {
  if (taken.includes(name)) {
    return 'taken';
  }
  return isEventAttributeName(name) ? undefined : 'invalid';
}
