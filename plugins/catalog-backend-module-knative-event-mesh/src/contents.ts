import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import type { ProviderConfig } from './config';
import type { RegisteredComponents } from './components';
import { sortedBy } from './entities/names';

/**
 * On the entity of an environment: what all of its entities are made from. On
 * each other one: what it holds itself. Equal contents, equal entities.
 */
export const CONTENTS_ANNOTATION = 'knative-event-mesh/contents';

/** Entities that carry a short text for all that they hold. May rest after each. */
export function* withContents(entities: Entity[]): Generator<void, Entity[]> {
  const result: Entity[] = [];
  for (const entity of entities) {
    const { annotations, labels, ...metadata } = entity.metadata;
    // Only these have keys of others, in whatever order they come.
    const content = [
      entity.kind,
      metadata,
      entity.spec,
      ...[annotations, labels].map(texts => sortedEntries(texts)),
    ];
    const contents = createHash('sha256')
      .update(JSON.stringify(content))
      .digest('base64url');
    result.push({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { ...annotations, [CONTENTS_ANNOTATION]: contents },
      },
    });
    yield;
  }
  return result;
}

/** A short text for all that entities hold, which carry one each. */
export function contentsOfAll(entities: Entity[]): string {
  const hash = createHash('sha256');
  for (const { metadata } of entities) {
    hash.update(metadata.annotations?.[CONTENTS_ANNOTATION] ?? '');
  }
  return hash.digest('base64url');
}

/**
 * A short text for everything that the entities of a poll are made from: equal
 * texts, equal entities. How the service is reached is no part of it.
 *
 * @param answerHash - of the answer of the service
 * @param transformed - what a transformer has made of it, see `contentsOfAll`
 */
export function contentsOf(
  answerHash: string,
  { byId, selecting }: RegisteredComponents,
  {
    token,
    tokenFile,
    baseUrl,
    caFile,
    caData,
    timeoutMilliseconds,
    ...settings
  }: ProviderConfig,
  transformed?: string,
): string {
  const links = [sortedBy(byId, ([id]) => id), selecting];
  return createHash('sha256')
    .update(
      JSON.stringify([
        answerHash,
        links,
        settings,
        ...(transformed ? [transformed] : []),
      ]),
    )
    .digest('base64url');
}

function sortedEntries(texts: Record<string, string> = {}) {
  return sortedBy(Object.entries(texts), ([key]) => key);
}
