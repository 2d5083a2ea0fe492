import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { eventMeshTranslationRef } from '../../translation';
import { ScrollRegion } from '../ScrollRegion';
import styles from './CopyableText.module.css';

/** Text for a program, as it is, with a button that copies it. */
export function CopyableText(props: {
  /** What the text is. */
  label: string;
  text: string;
}) {
  const { label, text } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState<string>();
  // What was copied may be of another event type by now.
  const isCopied = copied === text;

  return (
    <Flex direction="column" gap="2" align="stretch">
      <ScrollRegion label={label}>
        <pre className={styles.text}>{text}</pre>
      </ScrollRegion>
      <Flex align="center" gap="2">
        <Button
          size="small"
          variant="secondary"
          aria-label={t('contract.copyWhat', { what: label })}
          iconStart={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={() => {
            copy(text);
            setCopied(text);
          }}
        >
          {t('contract.copy')}
        </Button>
        <span role="status" className={styles.copied}>
          {isCopied && t('contract.copied')}
        </span>
      </Flex>
    </Flex>
  );
}
