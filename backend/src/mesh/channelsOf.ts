import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';
import type { ChannelObject } from './channel';
import { referenceTo } from './meshObject';
import { referenceKey } from './references';

/**
 * Finds a channel and, of a Channel, also what does its work (knative.md 4.4); as
 * far as they were read.
 */
export function prepareChannelsOf(
  channels: readonly ChannelObject[],
): (reference: ObjectReference) => ChannelObject[] {
  const byReference = new Map(
    channels.map(channel => [
      referenceKey(referenceTo(channel, channel)),
      channel,
    ]),
  );
  return reference => {
    const channel = byReference.get(referenceKey(reference));
    const backing =
      channel?.backing && byReference.get(referenceKey(channel.backing));
    return [channel ?? [], backing ?? []].flat();
  };
}
