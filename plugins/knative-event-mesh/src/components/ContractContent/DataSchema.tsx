import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { ContractSchema } from '../../lib/contract';
import { isWebUrl } from '../../lib/isWebUrl';
import { eventMeshTranslationRef } from '../../translation';
import { BreakableText } from '../BreakableText';
import { CopyableText } from '../CopyableText';
import { SchemaTree } from '../SchemaTree';
import { Sentence } from '../Sentence';
import styles from './ContractContent.module.css';

/** The schema of an event's data: as a tree where it is one, and as written. */
export function DataSchema(props: {
  schema?: ContractSchema;
  schemaUrl?: string;
}) {
  const { schema, schemaUrl } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <Flex direction="column" gap="3">
      {schemaUrl && <SchemaUrl url={schemaUrl} />}
      {!schema && !schemaUrl && <Sentence text={t('contract.data.none')} />}
      {schema && !schema.tree && (
        <>
          <Sentence
            text={
              schema.isCut ? t('contract.data.cut') : t('contract.data.noTree')
            }
          />
          <CopyableText label={t('contract.data.raw')} text={schema.text} />
        </>
      )}
      {schema?.tree && (
        <Tabs>
          <TabList aria-label={t('contract.data.title')}>
            <Tab id="tree">{t('contract.data.tree')}</Tab>
            <Tab id="raw">{t('contract.data.raw')}</Tab>
          </TabList>
          <TabPanel id="tree" className={styles.panel}>
            <SchemaTree schema={schema.tree} />
          </TabPanel>
          <TabPanel id="raw" className={styles.panel}>
            <CopyableText label={t('contract.data.raw')} text={schema.text} />
          </TabPanel>
        </Tabs>
      )}
    </Flex>
  );
}

/** Where the schema is said to be. It is not fetched: anyone may have written it. */
function SchemaUrl(props: { url: string }) {
  const { url } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return isWebUrl(url) ? (
    <span>
      {`${t('contract.data.url')} `}
      <Link href={url} target="_blank" rel="noopener noreferrer">
        <BreakableText text={url} />
      </Link>
    </span>
  ) : (
    <Sentence text={`${t('contract.data.url')} \`${url}\``} />
  );
}
