import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { BreakableText } from '../BreakableText';
import styles from './StatusLabel.module.css';

/** How good or bad a state is. It colours the icon only: words carry it. */
export type StatusTone = 'positive' | 'negative' | 'warning' | 'neutral';

/** A state in icon and words. */
export function StatusLabel(props: {
  tone: StatusTone;
  icon: ReactNode;
  text: string;
  title?: string;
}) {
  const { tone, icon, text, title } = props;

  return (
    <span className={styles.label} title={title}>
      <span className={styles[tone]} aria-hidden>
        {icon}
      </span>
      <Text variant="body-small" weight="bold">
        <BreakableText text={text} />
      </Text>
    </span>
  );
}
