import type {
  ConsumerLink,
  DeliverySummary,
  DestinationSummary,
  LinkedDestination,
  LinkState,
} from '../types';
import { readReference } from './parts';
import { fields, listOf, oneOf, text } from './values';

const linkStates: readonly LinkState[] = [
  'linked',
  'noKubernetesId',
  'noComponent',
  'notFound',
  'notRead',
  'external',
  'noSubscriber',
];
const origins = ['own', 'broker', 'channel'] as const;

export function readDestination(value: unknown): DestinationSummary {
  const from = fields(value);
  return {
    reference: readReference(from?.reference),
    uri: text(from?.uri),
    kubernetesId: text(from?.kubernetesId),
    found: oneOf(['yes', 'no', 'unknown'], from?.found) ?? 'unknown',
  };
}

export function readLink(value: unknown): ConsumerLink {
  const from = fields(value);
  return {
    state: oneOf(linkStates, from?.state) ?? 'notRead',
    components: listOf(from?.components, text),
    advice: text(from?.advice),
    unconfirmed: from?.unconfirmed === true ? true : undefined,
  };
}

/** Where there is no destination, there is nothing to link. */
export function readLinkedDestination(
  value: unknown,
): LinkedDestination | undefined {
  const from = fields(value);
  return from && fields(from.destination)
    ? {
        destination: readDestination(from.destination),
        link: readLink(from.link),
      }
    : undefined;
}

export function readDelivery(value: unknown): DeliverySummary | undefined {
  const from = fields(value);
  return (
    from && {
      deadLetterSink: readLinkedDestination(from.deadLetterSink),
      deadLetterSinkFrom: oneOf(origins, from.deadLetterSinkFrom),
      deadLetterSinkUri: text(from.deadLetterSinkUri),
      settings: listOf(from.settings, item => {
        const setting = fields(item);
        const name = text(setting?.name);
        return setting && name
          ? {
              name,
              value: text(setting.value) ?? '',
              from: oneOf(origins, setting.from) ?? 'own',
            }
          : undefined;
      }),
    }
  );
}
