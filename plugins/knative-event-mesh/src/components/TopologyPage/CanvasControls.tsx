import { ButtonIcon } from '@backstage/ui';
import { RiAddLine, RiFullscreenLine, RiSubtractLine } from '@remixicon/react';
import { Panel, useReactFlow } from '@xyflow/react';
import styles from './CanvasControls.module.css';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';

/** Buttons that look closer, or from farther away. */
export function CanvasControls() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const t = useTopologyTexts();

  return (
    <Panel position="bottom-left">
      <div
        role="group"
        aria-label={t('topology.canvas.controls')}
        className={styles.controls}
      >
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiAddLine />}
          aria-label={t('topology.canvas.zoomIn')}
          onPress={() => zoomIn()}
        />
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiSubtractLine />}
          aria-label={t('topology.canvas.zoomOut')}
          onPress={() => zoomOut()}
        />
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiFullscreenLine />}
          aria-label={t('topology.canvas.fit')}
          onPress={() => fitView({ padding: 0.05 })}
        />
      </div>
    </Panel>
  );
}
