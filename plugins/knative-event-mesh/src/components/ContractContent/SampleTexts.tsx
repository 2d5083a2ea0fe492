import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { sampleEvent } from 'backstage-plugin-knative-event-mesh-common';
import { useMemo } from 'react';
import {
  type EventContract,
  sampleAsCurl,
  sampleAsJson,
} from '../../lib/contract';
import { eventMeshTranslationRef } from '../../translation';
import { CopyableText } from '../CopyableText';
import { Sentence } from '../Sentence';
import { TryEventLink } from '../TryEventLink';
import styles from './ContractContent.module.css';

/** A sample of the event type, to read and to send. */
export function SampleTexts(props: {
  contract: EventContract;
  entity: Entity;
}) {
  const { contract, entity } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const sample = useMemo(
    () =>
      sampleEvent({
        type: contract.type,
        attributes: contract.attributes.map(
          ({ name, value, isRequired: required }) => ({
            name,
            value,
            required,
          }),
        ),
        schemaText: contract.schema?.tree && contract.schema.text,
      }),
    [contract],
  );

  return (
    <Flex direction="column" gap="3">
      <Sentence text={t('contract.sample.introduction')} />
      <Tabs>
        <TabList aria-label={t('contract.sample.title')}>
          <Tab id="json">{t('contract.sample.json')}</Tab>
          <Tab id="curl">{t('contract.sample.curl')}</Tab>
        </TabList>
        <TabPanel id="json" className={styles.panel}>
          <CopyableText
            label={t('contract.sample.json')}
            text={sampleAsJson(sample)}
          />
        </TabPanel>
        <TabPanel id="curl" className={styles.panel}>
          <Flex direction="column" gap="2">
            <Sentence
              text={
                contract.address
                  ? t('contract.sample.address')
                  : t('contract.sample.noAddress')
              }
            />
            <CopyableText
              label={t('contract.sample.curl')}
              text={sampleAsCurl(sample, contract.address)}
            />
          </Flex>
        </TabPanel>
      </Tabs>
      <TryEventLink entity={entity} provider={contract.provider} />
    </Flex>
  );
}
