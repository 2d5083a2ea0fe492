import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import styles from './MeshCard.module.css';

/** Class of a surface, such as a card, whose small print can be read in the dark. */
export const readableCard: string = styles.card;

/** A card on the page of an entity. */
export function MeshCard(props: {
  title: string;
  headerActions?: ReactNode;
  children: ReactNode;
}) {
  const { title, headerActions, children } = props;

  return (
    <EntityInfoCard
      title={title}
      headerActions={headerActions}
      className={readableCard}
    >
      {children}
    </EntityInfoCard>
  );
}
