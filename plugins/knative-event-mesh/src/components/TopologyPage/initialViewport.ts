import { type MeshLayout, nodeSize } from '../../lib/topology';

/** Smaller, and names cannot be read. */
const leastReadable = 0.6;
const margin = 24;

/** Where the lanes have their names, above the uppermost node. */
export const headHeight = 44;

/** How far in the canvas looks, and where its upper left corner is. */
export interface Viewport {
  x: number;
  y: number;
  zoom: number;
}

/**
 * What is seen first: all of it, if that can be read; else the node in focus, or
 * the beginning.
 */
export function initialViewport(
  layout: MeshLayout,
  { width, height }: { width: number; height: number },
  focus: string,
): Viewport {
  const wholeHeight = layout.height + headHeight;
  const fitting = Math.min(
    (width - 2 * margin) / Math.max(1, layout.width),
    (height - 2 * margin) / Math.max(1, wholeHeight),
    1,
  );
  const zoom = Math.max(fitting, leastReadable);
  const center = layout.nodes.find(({ node }) => node.id === focus);

  return {
    zoom,
    x: place(
      width,
      layout.width * zoom,
      center && (center.x + nodeSize.width / 2) * zoom,
    ),
    y:
      place(
        height,
        wholeHeight * zoom,
        center && (center.y + headHeight + nodeSize.height / 2) * zoom,
      ) +
      headHeight * zoom,
  };
}

/** Where what is drawn begins: centred if there is room, else by what matters. */
function place(room: number, size: number, center?: number): number {
  if (size <= room - 2 * margin) {
    return (room - size) / 2;
  }
  const begin = margin;
  const end = room - size - margin;
  return center === undefined
    ? begin
    : Math.max(end, Math.min(begin, room / 2 - center));
}
