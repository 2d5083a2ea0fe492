import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';

/**
 * Moves the view so that a node is not cut: the panel that tells of it takes
 * room from the canvas.
 */
export function KeepInView(props: { id: string }) {
  const { id } = props;
  const { getNode, getViewport, setViewport } = useReactFlow();
  const canvasWidth = useStore(({ width }) => width);
  const canvasHeight = useStore(({ height }) => height);

  useEffect(() => {
    const node = getNode(id);
    if (!node || canvasWidth === 0) {
      return;
    }
    const { x, y, zoom } = getViewport();
    const { width = 0, height = 0 } = node;
    const dx = missing(x + node.position.x * zoom, width * zoom, canvasWidth);
    const dy = missing(y + node.position.y * zoom, height * zoom, canvasHeight);
    if (dx !== 0 || dy !== 0) {
      setViewport({ x: x + dx, y: y + dy, zoom });
    }
  }, [id, canvasWidth, canvasHeight, getNode, getViewport, setViewport]);

  return null;
}

/** From the edge of the canvas, in pixels. */
const margin = 16;

/** How far something has to be moved to be seen whole. */
function missing(start: number, size: number, room: number): number {
  if (start < margin) {
    return margin - start;
  }
  const over = start + size - (room - margin);
  return over > 0 ? -over : 0;
}
