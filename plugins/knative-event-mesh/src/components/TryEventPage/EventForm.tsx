import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Flex, TextField } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useState } from 'react';
import { type EventAttribute, usualAttributes } from '../../lib/eventInUrl';
import { eventMeshTranslationRef } from '../../translation';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { NewAttribute } from './NewAttribute';

/** The attributes of an event, each to be given a value. */
export function EventForm(props: {
  attributes: EventAttribute[];
  /** Without a value, the attribute is taken away. */
  onChange: (name: string, value: string | undefined) => void;
}) {
  const { attributes, onChange } = props;
  const [added, setAdded] = useState<string>();
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const others = attributes.filter(
    ({ name }) => !usualAttributes.includes(name),
  );

  return (
    <Section title={t('tryEvent.event.title')} level={2}>
      <Flex direction="column" gap="3">
        {usualAttributes.map(usual => (
          <TextField
            key={usual}
            label={usual}
            size="small"
            value={attributes.find(({ name }) => name === usual)?.value ?? ''}
            onChange={value => onChange(usual, value)}
          />
        ))}
        {others.map(({ name, value }) => (
          <Flex key={name} align="end" gap="2">
            <TextField
              label={name}
              size="small"
              value={value}
              onChange={text => onChange(name, text)}
              // Who has just added an attribute wants to give it a value.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={name === added}
              style={{ flex: 1 }}
            />
            <ButtonIcon
              aria-label={t('tryEvent.event.remove', { name })}
              size="small"
              variant="secondary"
              icon={<RiCloseLine />}
              onPress={() => onChange(name, undefined)}
            />
          </Flex>
        ))}
        <NewAttribute
          taken={[...usualAttributes, ...others.map(({ name }) => name)]}
          onAdd={name => {
            setAdded(name);
            onChange(name, '');
          }}
        />
        <Sentence text={t('tryEvent.event.hint')} />
      </Flex>
    </Section>
  );
}
