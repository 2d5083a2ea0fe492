import { shortFilter, shortFilterText } from './shortFilter';
import type { MeshEdge, MeshGraph, MeshNode } from './meshGraph';

/**
 * Which nodes contain all words of a text, in letters of either case; undefined
 * if the text has no words. One that stands for many is found by each of them.
 */
export function searchGraph(
  { nodes }: MeshGraph,
  text: string,
): Set<string> | undefined {
  const words = wordsOf(text);
  return words.length === 0
    ? undefined
    : new Set(
        nodes
          .filter(node => hasWords(textOfNode(node), words))
          .map(({ id }) => id),
      );
}

/** Which edges are about something that contains all words of a text. */
export function searchEdges({ nodes, edges }: MeshGraph, text: string) {
  const words = wordsOf(text);
  const texts = new Map(nodes.map(node => [node.id, textOfNode(node)]));
  return edges.filter(edge =>
    hasWords(
      [texts.get(edge.source), textOfEdge(edge), texts.get(edge.target)].join(
        ' ',
      ),
      words,
    ),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function hasWords(text: string, words: string[]): boolean {
  const lower = text.toLowerCase();
  return words.every(word => lower.includes(word));
}

function textOfNode({ kind, name, namespace, entityRef, members }: MeshNode) {
  return [
    kind,
    `${namespace}/${name}`,
    entityRef,
    ...(members ?? []).map(member => member.name),
  ].join(' ');
}

function textOfEdge({ kind, links }: MeshEdge): string {
  return [
    kind,
    ...links.flatMap(({ via, viaReference, eventType }) => {
      const filter = via && shortFilter(via);
      return [
        via?.kind,
        via?.name,
        viaReference?.name,
        eventType,
        filter && shortFilterText(filter),
      ];
    }),
  ].join(' ');
}
