import { buildMeshGraph } from './buildMeshGraph';
import { collapseEventTypes } from './collapseEventTypes';
import { limitNodes } from './limitNodes';
import type { TopologyReading } from './loadTopology';
import type { MeshGraph } from './meshGraph';
import { neighbourhood } from './neighbourhood';
import type { TopologyScope } from './topologyScope';

/** A graph of more nodes takes a while to draw, and longer to understand. */
export const mostDrawn = 200;
/** More is not drawn, whoever asks for it. */
export const mostDrawnAtAll = 1000;

/** From a broker over its event types to its consumers. */
const depthOfBroker = 2;

/** What of a mesh is shown. */
export interface SelectedGraph {
  /** All that is in the scope. */
  whole: MeshGraph;
  /** What is drawn; undefined if that would be too much. */
  drawn?: MeshGraph;
  /** How many nodes there are to draw, drawn or not. */
  drawable: number;
}

/**
 * Selects what is in the scope, and of that what is drawn.
 *
 * @param expanded - brokers and channels whose event types are all drawn
 * @param isAll - whether more than {@link mostDrawn} nodes may be drawn
 */
export function selectGraph(
  { entities, referred }: TopologyReading,
  scope: TopologyScope,
  { expanded, isAll }: { expanded: ReadonlySet<string>; isAll: boolean },
): SelectedGraph {
  const whole = inScope(buildMeshGraph(entities, referred), scope);
  const start = scope.focus || scope.broker || undefined;
  const drawable = collapseEventTypes(whole, expanded, scope.focus);
  const count = drawable.nodes.length;

  return {
    whole,
    drawable: count,
    drawn:
      isAll && count > mostDrawnAtAll
        ? undefined
        : limitNodes(drawable, isAll ? mostDrawnAtAll : mostDrawn, start),
  };
}

function inScope(graph: MeshGraph, scope: TopologyScope): MeshGraph {
  if (scope.focus) {
    return neighbourhood(graph, scope.focus, scope.depth);
  }
  return scope.broker
    ? neighbourhood(graph, scope.broker, depthOfBroker)
    : graph;
}
