import { Fragment } from 'react';
import { isRestBand, type MeshLayout, nodeSize } from '../../lib/topology';
import { headHeight } from './initialViewport';
import styles from './LaneHeads.module.css';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';

/** How far a band reaches beyond its nodes. */
const overhang = 24;

/** The names of the lanes, and the bands of brokers and channels, behind the nodes. */
export function LaneHeads(props: { layout: MeshLayout }) {
  const { lanes, bands, width } = props.layout;
  const t = useTopologyTexts();

  return (
    <Fragment>
      {bands.map(band => (
        <div
          key={band.id}
          aria-hidden
          className={isRestBand(band) ? styles.rest : styles.band}
          style={{
            transform: `translate(${-overhang}px, ${band.y}px)`,
            width: width + 2 * overhang,
            height: band.height,
          }}
        />
      ))}
      {lanes.map(({ lane, x }) => (
        <div
          key={lane}
          aria-hidden
          className={styles.head}
          style={{
            transform: `translate(${x}px, ${-headHeight}px)`,
            width: nodeSize.width,
          }}
        >
          {t(`topology.lanes.${lane}`)}
        </div>
      ))}
    </Fragment>
  );
}
