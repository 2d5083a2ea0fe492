import type {
  Omission,
  RemovalDoubt,
} from 'backstage-plugin-knative-event-mesh-common';
import { objectKey } from '../entities/names';
import {
  decideRemovals,
  type RemovalDecision,
  type RemovalQuestion,
} from './decideRemovals';
import type { OwnedEntity } from './ownedEntity';
import { unreadBy } from './unread';

const start = new Date('2026-01-01T12:00:00.000Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** Entities of one kind, such as `10 Broker`, in the namespace `payments`. */
function some(count: number, kind: string, namespace = 'payments') {
  return Array.from(
    { length: count },
    (_, index): OwnedEntity => ({
      entityRef: `component:${namespace}/${kind.toLowerCase()}-${index}`,
      reference: {
        group: 'example.com',
        kind,
        namespace,
        name: `${kind.toLowerCase()}-${index}`,
      },
    }),
  );
}

function omission(overrides: Partial<Omission> = {}): Omission {
  return { reason: 'forbidden', message: 'Allow it.', ...overrides };
}

interface Situation extends Partial<Omit<RemovalQuestion, 'made'>> {
  /** What the poll has made, of which some may be owned. */
  made?: OwnedEntity[];
  omitted?: Omission[];
}

function decide({
  made = [],
  omitted = [],
  ...question
}: Situation): RemovalDecision {
  return decideRemovals({
    owned: [],
    made: new Map(
      made.map(({ reference, entityRef }) => [objectKey(reference), entityRef]),
    ),
    isInScope: () => true,
    findUnread: unreadBy(omitted, new Map()),
    now: start,
    pollIntervalSeconds: 60,
    guards: {
      rejectRemovalsAbovePercentage: 50,
      acceptRemovalsAfterMilliseconds: 30 * 60_000,
    },
    ...question,
  });
}

/** Such as `removals Broker 12 since 0 min`. */
function inWords({ reason, kind, namespace, entities, since }: RemovalDoubt) {
  const minutes = (Date.parse(since) - start.getTime()) / 60_000;
  return [reason, kind, namespace && `in ${namespace}`, entities]
    .filter(part => part !== undefined)
    .join(' ')
    .concat(minutes === 0 ? '' : ` since ${minutes} min`);
}

/** What an earlier poll has said of the removal of brokers. */
function doubted(minutes: number, lastGoodPoll = -1) {
  return {
    lastGoodPoll: after(lastGoodPoll).toISOString(),
    doubts: [
      {
        reason: 'removals' as const,
        group: 'example.com',
        kind: 'Broker',
        since: after(minutes).toISOString(),
        entities: 20,
      },
    ],
  };
}

const brokers = some(20, 'Broker');
const sources = some(20, 'Source');
const all = [...brokers, ...sources];

describe('decideRemovals', () => {
  it.each<[string, Situation, number, string[]]>([
    // situation, how many are removed, what is in doubt
    ['nothing is gone', { owned: all, made: all }, 0, []],
    ['nothing was there', { made: all }, 0, []],

    // In scope is what today's configuration asks for.
    [
      'what is out of scope goes at once, however much it is',
      { owned: all, made: sources, isInScope: ({ kind }) => kind !== 'Broker' },
      20,
      [],
    ],
    [
      'even if the answer leaves it out',
      {
        owned: all,
        made: sources,
        omitted: [omission({ kind: 'Broker' })],
        isInScope: ({ kind }) => kind !== 'Broker',
      },
      20,
      [],
    ],
    [
      'and all of it, if nothing is in scope',
      { owned: all, isInScope: () => false },
      40,
      [],
    ],

    // Kinds and namespaces in `omitted` of which we own entities.
    [
      'an omitted kind stays',
      { owned: all, made: sources, omitted: [omission({ kind: 'Broker' })] },
      0,
      ['omitted Broker 20'],
    ],
    [
      'a kind that was unavailable stays as well',
      {
        owned: all,
        made: sources,
        omitted: [omission({ kind: 'Broker', reason: 'unavailable' })],
      },
      0,
      ['omitted Broker 20'],
    ],
    [
      'an omitted namespace stays, of every kind',
      {
        owned: [...all, ...some(3, 'Broker', 'orders')],
        made: some(3, 'Broker', 'orders'),
        omitted: [omission({ namespace: 'payments' })],
      },
      0,
      ['omitted in payments 40'],
    ],
    [
      'other namespaces do not wait for it',
      {
        owned: [...brokers, ...some(1, 'Broker', 'orders')],
        made: brokers.slice(0, 5),
        omitted: [omission({ kind: 'Broker', namespace: 'payments' })],
      },
      1,
      ['omitted Broker in payments 15'],
    ],
    [
      'other kinds do not wait for it',
      {
        owned: all,
        made: sources.slice(9),
        omitted: [omission({ kind: 'Broker' })],
      },
      9,
      ['omitted Broker 20'],
    ],
    [
      'an omitted kind of which there is nothing is no doubt',
      {
        owned: sources,
        made: sources,
        omitted: [omission({ kind: 'Broker' })],
      },
      0,
      [],
    ],
    [
      'what is in the answer nevertheless is no doubt',
      { owned: all, made: all, omitted: [omission({ kind: 'Broker' })] },
      0,
      [],
    ],
    [
      'a kind that the service does not support goes as if it were gone',
      {
        owned: [...some(5, 'Broker'), ...sources],
        made: sources,
        omitted: [omission({ kind: 'Broker', reason: 'unsupported' })],
      },
      5,
      [],
    ],
    [
      'an omitted kind stays for a month',
      {
        owned: all,
        made: sources,
        omitted: [omission({ kind: 'Broker' })],
        previous: {
          lastGoodPoll: after(-1).toISOString(),
          doubts: [
            {
              reason: 'omitted',
              kind: 'Broker',
              since: after(-43_200).toISOString(),
              entities: 20,
            },
          ],
        },
      },
      0,
      ['omitted Broker 20 since -43200 min'],
    ],

    // At least 10 and above the percentage.
    [
      '9 of 9 of a kind go',
      { owned: [...some(9, 'Broker'), ...sources], made: sources },
      9,
      [],
    ],
    [
      '10 of 10 of a kind stay',
      { owned: [...some(10, 'Broker'), ...sources], made: sources },
      0,
      ['removals Broker 10'],
    ],
    [
      'half of a kind goes',
      { owned: all, made: [...brokers.slice(10), ...sources] },
      10,
      [],
    ],
    [
      'more than half stays',
      { owned: all, made: [...brokers.slice(11), ...sources] },
      0,
      ['removals Broker 11'],
    ],
    [
      'each kind counts for itself',
      { owned: all, made: [...brokers.slice(11), ...sources.slice(10)] },
      10,
      ['removals Broker 11'],
    ],
    [
      'what is new does not make up for what is gone',
      { owned: brokers, made: [...some(40, 'Broker', 'x'), brokers[0]] },
      0,
      ['removals Broker 19'],
    ],
    [
      'what is out of scope does not count as one of the kind',
      {
        owned: [...brokers, ...some(20, 'Broker', 'x')],
        made: brokers.slice(11),
        isInScope: ({ namespace }) => namespace === 'payments',
      },
      20,
      ['removals Broker 11'],
    ],
    [
      'the percentage can be set',
      {
        owned: all,
        made: [...brokers.slice(16), ...sources],
        guards: {
          rejectRemovalsAbovePercentage: 80,
          acceptRemovalsAfterMilliseconds: 1,
        },
      },
      16,
      [],
    ],

    // All entities of the environment, whatever their number.
    [
      'the only one stays',
      { owned: some(1, 'Broker') },
      0,
      ['removals Broker 1'],
    ],
    [
      'all of every kind stay',
      { owned: [...some(2, 'Broker'), ...some(1, 'Source')] },
      0,
      ['removals Broker 2', 'removals Source 1'],
    ],
    [
      'all stay, if only others are there instead',
      { owned: some(2, 'Broker'), made: some(2, 'Source') },
      0,
      ['removals Broker 2'],
    ],
    [
      'all that was read stays, if the rest was left out',
      {
        owned: [...some(2, 'Broker'), ...some(1, 'Source')],
        omitted: [omission({ kind: 'Source' })],
      },
      0,
      ['omitted Source 1', 'removals Broker 2'],
    ],
    [
      'all but one go',
      { owned: some(3, 'Broker'), made: some(1, 'Broker') },
      2,
      [],
    ],

    // A clock of its own.
    [
      'a clock runs while removals stay above the threshold',
      { owned: all, made: sources, previous: doubted(-29) },
      0,
      ['removals Broker 20 since -29 min'],
    ],
    [
      'also if single objects come and go',
      {
        owned: all,
        made: [...brokers.slice(15), ...sources],
        previous: doubted(-10),
      },
      0,
      ['removals Broker 15 since -10 min'],
    ],
    [
      'it ends when they fall below, and what is gone goes',
      {
        owned: all,
        made: [...brokers.slice(10), ...sources],
        previous: doubted(-10),
      },
      10,
      [],
    ],
    [
      'after 30 minutes they are accepted',
      { owned: all, made: sources, previous: doubted(-30) },
      20,
      [],
    ],
    [
      'which does not help another kind',
      { owned: all, made: [sources[0]], previous: doubted(-30) },
      20,
      ['removals Source 19'],
    ],
    [
      'all of an environment are accepted as well, by kind',
      { owned: all, previous: doubted(-30) },
      20,
      ['removals Source 20'],
    ],
    [
      'not while the kind is omitted, and the clock goes on',
      {
        owned: all,
        made: sources,
        omitted: [omission({ kind: 'Broker' })],
        previous: doubted(-45),
      },
      0,
      ['omitted Broker 20', 'removals Broker 0 since -45 min'],
    ],
    [
      'an omission alone starts no clock',
      {
        owned: all,
        made: sources,
        omitted: [omission({ kind: 'Broker' })],
        previous: { lastGoodPoll: after(-1).toISOString(), doubts: [] },
      },
      0,
      ['omitted Broker 20'],
    ],
    [
      'a clock ends, if what was left out cannot make up the threshold',
      {
        owned: [...all, ...some(2, 'Broker', 'orders')],
        made: all,
        omitted: [omission({ namespace: 'orders' })],
        previous: doubted(-10),
      },
      0,
      ['omitted in orders 2'],
    ],
    [
      'the time can be set to none',
      {
        owned: all,
        made: sources,
        guards: {
          rejectRemovalsAbovePercentage: 50,
          acceptRemovalsAfterMilliseconds: 0,
        },
      },
      20,
      [],
    ],

    // Failed polls confirm nothing.
    [
      'the clock starts anew when the last good poll is too old',
      { owned: all, made: sources, previous: doubted(-30, -13) },
      0,
      ['removals Broker 20'],
    ],
    [
      'but not before 10 minutes and two intervals have passed',
      { owned: all, made: sources, previous: doubted(-30, -12) },
      20,
      [],
    ],
    [
      'with a longer interval later',
      {
        owned: all,
        made: sources,
        previous: doubted(-60, -40),
        pollIntervalSeconds: 900,
      },
      20,
      [],
    ],
    [
      'never when polls come at no fixed interval',
      {
        owned: all,
        made: sources,
        previous: doubted(-1440, -1440),
        pollIntervalSeconds: undefined,
      },
      20,
      [],
    ],
  ])('%s', (_, situation, removed, doubts) => {
    const decision = decide(situation);
    expect(decision.doubts.map(inWords)).toEqual(doubts);
    expect(decision.removed).toHaveLength(removed);

    const made = new Set(situation.made?.map(({ entityRef }) => entityRef));
    const gone = (situation.owned ?? [])
      .map(({ entityRef }) => entityRef)
      .filter(ref => !made.has(ref));
    expect([...decision.removed, ...decision.kept].sort()).toEqual(gone.sort());
  });

  describe('identity is not the entity ref', () => {
    const renamed = brokers.map(broker => ({
      ...broker,
      entityRef: broker.entityRef.replace('payments', 'prod-payments'),
    }));

    it('takes refs that a template has changed back in the same mutation', () => {
      expect(decide({ owned: brokers, made: renamed })).toEqual({
        doubts: [],
        removed: brokers.map(({ entityRef }) => entityRef).sort(),
        kept: [],
      });
    });

    it('counts an object once, however many refs it has', () => {
      const owned = [...brokers, ...renamed, ...sources];
      const { doubts, removed } = decide({
        owned,
        made: [...renamed.slice(10), ...sources],
      });
      expect(doubts).toEqual([]);
      expect(removed).toHaveLength(30);
    });

    it('never takes back a ref that another object has now', () => {
      const [taken] = brokers;
      const heir = { ...sources[0], entityRef: taken.entityRef };
      const { removed, kept } = decide({
        owned: [...some(3, 'Broker'), ...some(2, 'Source')],
        made: [heir, sources[1]],
      });
      expect(removed).not.toContain(taken.entityRef);
      expect(kept).toEqual([]);
    });
  });
});
