import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ContractAttribute } from '../../lib/contract';
import { eventMeshTranslationRef } from '../../translation';
import { type FlowColumn, PlainTable } from '../FlowTable';
import { Sentence } from '../Sentence';

type AttributeRow = ContractAttribute & { id: string };

/** What every event of the type carries, and may carry. */
export function AttributeTable(props: { attributes: ContractAttribute[] }) {
  const { t } = useTranslationRef(eventMeshTranslationRef);

  const columns: FlowColumn<AttributeRow>[] = [
    {
      id: 'name',
      label: t('contract.attributes.name'),
      width: 25,
      content: ({ name }) => <Sentence text={`\`${name}\``} />,
    },
    {
      id: 'required',
      label: t('contract.attributes.required'),
      width: 15,
      content: ({ isRequired }) => (
        <Text variant="body-small">
          {isRequired ? t('contract.required') : t('contract.optional')}
        </Text>
      ),
    },
    {
      id: 'value',
      label: t('contract.attributes.value'),
      width: 60,
      content: ({ value, isTemplate }) => (
        <>
          <Sentence
            text={value ? `\`${value}\`` : t('contract.attributes.anyValue')}
          />
          {isTemplate && (
            <div>
              <Sentence text={t('contract.attributes.template')} />
            </div>
          )}
        </>
      ),
    },
  ];

  return (
    <Flex direction="column" gap="2">
      <PlainTable
        label={t('contract.attributes.title')}
        columns={columns}
        rows={props.attributes.map(attribute => ({
          ...attribute,
          id: attribute.name,
        }))}
      />
      <Sentence text={t('contract.attributes.others')} />
    </Flex>
  );
}
