import { Alert, Button, Flex, Text } from '@backstage/ui';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';
import {
  mostDrawn,
  mostDrawnAtAll,
  mostEntities,
  type SelectedGraph,
} from '../../lib/topology';

/** How much of a scope is shown, what is found in it, and how to see the rest. */
export function ShownNote(props: {
  graph: SelectedGraph;
  /** Whether the scope has more than was read. */
  isCut: boolean;
  isAll: boolean;
  isSearch: boolean;
  /** How many nodes contain what is searched for. */
  found: number;
  isGraph: boolean;
  onAll: (isAll: boolean) => void;
}) {
  const { graph, isCut, isAll, isSearch, found, isGraph, onAll } = props;
  const { drawn, drawable, whole } = graph;
  const t = useTopologyTexts();
  const isSome =
    isGraph && drawn !== undefined && drawn.nodes.length < drawable;
  const isMuch = drawable > mostDrawn;

  return (
    <>
      {isCut && (
        <Alert
          status="warning"
          icon
          title={t('topology.shown.cut', { number: String(mostEntities) })}
        />
      )}
      {isGraph && drawable > mostDrawnAtAll && (
        <Alert
          status="info"
          icon
          title={t('topology.shown.tooMany', { number: String(drawable) })}
        />
      )}
      <Flex gap="3" align="center">
        <Text variant="body-small" color="secondary" role="status">
          {isSome
            ? t('topology.shown.some', {
                shown: String(drawn.nodes.length),
                number: String(drawable),
              })
            : t('topology.shown.nodes', {
                count: isGraph ? drawable : whole.nodes.length,
              })}
          {isSearch &&
            `. ${
              found === 0
                ? t('topology.shown.nothingFound')
                : t('topology.shown.found', { count: found })
            }.`}
        </Text>
        {isGraph && isMuch && drawable <= mostDrawnAtAll && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => onAll(!isAll)}
          >
            {isAll
              ? t('topology.shown.fewer', { number: String(mostDrawn) })
              : t('topology.shown.all', { number: String(drawable) })}
          </Button>
        )}
      </Flex>
    </>
  );
}
