import type { IsoDate, SnapshotAction, SnapshotContent, SnapshotMeasure } from '@gt/contracts/words';
import { type ColourMove, type RagCounts, ragCounts } from '../rag/index.ts';
import { type ActionMovement, compareAction } from './compare-action.ts';
import { compareNames } from './compare-names.ts';
import { groupBy } from './group-by.ts';

/** How many actions of a part of the plan went which way. `net` is better − worse. */
export type MovementCounts = {
  better: number;
  worse: number;
  net: number;
  closed: number;
  reopened: number;
  cancelled: number;
  added: number;
  gone: number;
  /** Any other move from one status to another. */
  otherStatus: number;
  /** Dates that moved later, that came forward, and that were set for the first time or taken away. */
  slipped: number;
  forward: number;
  dated: number;
};

/** A recommendation or a team: how its actions moved, and how many stood at each colour then and then. */
export type PartMovement = MovementCounts & {
  /** Null: actions without a team. */
  id: string | null;
  name: string | null;
  from: RagCounts;
  to: RagCounts;
};

export type RecommendationMovement = PartMovement & {
  quote: string;
  /** The answer of its evidence test then and then, in words. */
  fromEvidence: string | null;
  toEvidence: string | null;
};

export type MeasureMoved = {
  id: string;
  reference: string;
  name: string;
  unit: string;
  from: { value: number; date: IsoDate } | null;
  to: { value: number; date: IsoDate };
  move: ColourMove;
  fromDistance: string | null;
  toDistance: string;
  wasMet: boolean;
  isMet: boolean;
};

export type SnapshotMovement = {
  fromAsAt: IsoDate;
  toAsAt: IsoDate;
  counts: MovementCounts;
  /** Every action of either snapshot, in order of reference. */
  actions: ActionMovement[];
  recommendations: RecommendationMovement[];
  /** By name, those without a team last. */
  teams: PartMovement[];
  /** Only those with another latest figure. */
  measures: MeasureMoved[];
  from: RagCounts;
  to: RagCounts;
};

/**
 * What moved between two snapshots of a plan. Nothing is worked out anew: colours, dates and figures are those that
 * were kept. An action counts for the recommendation and the team that it has in the later snapshot.
 * Source: after each review, movement between any two snapshots: up, down, weeks at this colour, net by
 * recommendation and team, dates slipped.
 * Example: of three actions one went from amber to red, one from red to green and one was closed at green → worse 1,
 * better 2, net 1, closed 1.
 */
export function compareSnapshots(from: SnapshotContent, to: SnapshotContent): SnapshotMovement {
  const before = byId(from.actions);
  const after = byId(to.actions);
  const gone = from.actions.filter(({ id }) => !after.has(id));
  const pairs: Pair[] = [
    ...to.actions.map((action) => ({ before: before.get(action.id) ?? null, after: action })),
    ...gone.map((action) => ({ before: action, after: null })),
  ];
  const actions = pairs
    .map((pair) => compareAction(pair.before, pair.after, to.asAt))
    .sort((one, other) => compareReferences(one.reference, other.reference));
  const parts = (keyOf: (action: Placed) => string | null) =>
    partsOf({ from: from.actions, to: to.actions, moved: actions }, keyOf);
  return {
    fromAsAt: from.asAt,
    toAsAt: to.asAt,
    counts: countMovement(actions),
    actions,
    recommendations: recommendationsOf(
      from,
      to,
      parts(({ recommendationId }) => recommendationId),
    ),
    teams: teamsOf(
      pairs,
      parts(({ teamId }) => teamId),
    ),
    measures: measuresOf(from.measures, to.measures),
    from: coloursOf(from.actions),
    to: coloursOf(to.actions),
  };
}

type Pair = { before: SnapshotAction | null; after: SnapshotAction | null };
type Placed = { id: string; recommendationId: string; teamId: string | null };

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** "R2.A9" before "R10.A1". */
export function compareReferences(one: string, other: string): number {
  const [a, b] = [numbersIn(one), numbersIn(other)];
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}

const numbersIn = (reference: string) => (reference.match(/\d+/g) ?? []).map(Number);

export function countMovement(actions: readonly ActionMovement[]): MovementCounts {
  const count = (test: (action: ActionMovement) => boolean) => actions.filter(test).length;
  const better = count(({ rag }) => rag === 'BETTER');
  const worse = count(({ rag }) => rag === 'WORSE');
  return {
    better,
    worse,
    net: better - worse,
    closed: count(({ isNewlyClosed }) => isNewlyClosed),
    reopened: count(({ isReopened }) => isReopened),
    cancelled: count(({ isNewlyCancelled }) => isNewlyCancelled),
    added: count(({ presence }) => presence === 'NEW'),
    gone: count(({ presence }) => presence === 'GONE'),
    otherStatus: count(isOtherStatus),
    slipped: count(({ daysSlipped }) => daysSlipped > 0),
    forward: count(({ daysSlipped }) => daysSlipped < 0),
    dated: count(({ isDateSetOrTaken }) => isDateSetOrTaken),
  };
}

function isOtherStatus({ from, to, ...moved }: ActionMovement): boolean {
  if (from === null || to === null || from.status === to.status) return false;
  return !(moved.isNewlyClosed || moved.isReopened || moved.isNewlyCancelled);
}

/** Cancelled actions are left out. */
function coloursOf(actions: readonly SnapshotAction[]): RagCounts {
  return ragCounts(actions.filter(({ status }) => status !== 'CANCELLED').map(({ rag }) => rag));
}

type Part = MovementCounts & { from: RagCounts; to: RagCounts };

/** How the actions of each part moved. Those of the earlier snapshot count where the movement puts them. */
function partsOf(
  actions: {
    from: readonly SnapshotAction[];
    to: readonly SnapshotAction[];
    moved: readonly ActionMovement[];
  },
  keyOf: (action: Placed) => string | null,
): Map<string | null, Part> {
  const moved = groupBy(actions.moved, keyOf);
  const placeOf = new Map(actions.moved.map((action) => [action.id, keyOf(action)]));
  const from = groupBy(actions.from, ({ id }) => placeOf.get(id) ?? null);
  const to = groupBy(actions.to, keyOf);
  return new Map(
    [...moved].map(([key, ofPart]) => [
      key,
      {
        ...countMovement(ofPart),
        from: coloursOf(from.get(key) ?? []),
        to: coloursOf(to.get(key) ?? []),
      },
    ]),
  );
}

const STILL: Part = { ...countMovement([]), from: coloursOf([]), to: coloursOf([]) };

function recommendationsOf(
  from: SnapshotContent,
  to: SnapshotContent,
  parts: ReadonlyMap<string | null, Part>,
): RecommendationMovement[] {
  const before = byId(from.recommendations);
  const after = byId(to.recommendations);
  const all = [...to.recommendations, ...from.recommendations.filter(({ id }) => !after.has(id))];
  return all
    .map(({ id, reference, quote }) => ({
      id,
      name: reference,
      quote,
      ...(parts.get(id) ?? STILL),
      fromEvidence: before.get(id)?.evidence ?? null,
      toEvidence: after.get(id)?.evidence ?? null,
    }))
    .sort((one, other) => compareReferences(one.name, other.name));
}

function teamsOf(pairs: readonly Pair[], parts: ReadonlyMap<string | null, Part>): PartMovement[] {
  const names = new Map<string | null, string | null>();
  for (const { before, after } of pairs) {
    const action = after ?? before;
    if (action) names.set(action.teamId, action.team);
  }
  return [...parts]
    .map(([id, part]) => ({ id, name: names.get(id) ?? null, ...part }))
    .sort((one, other) => compareNames(one.name, other.name));
}

function measuresOf(from: readonly SnapshotMeasure[], to: readonly SnapshotMeasure[]): MeasureMoved[] {
  const before = byId(from);
  return to.flatMap((measure) => {
    const { id, reference, name, unit, latest, distance, isMet } = measure;
    const was = before.get(id) ?? null;
    const earlier = was?.latest ?? null;
    if (latest === null || (earlier?.value === latest.value && earlier.date === latest.date)) return [];
    return [
      {
        ...{ id, reference, name, unit, isMet },
        from: earlier,
        to: latest,
        move: figureMoved(measure, earlier?.value ?? null),
        fromDistance: was?.distance ?? null,
        toDistance: distance,
        wasMet: was?.isMet ?? false,
      },
    ];
  });
}

function figureMoved({ direction, latest }: SnapshotMeasure, earlier: number | null): ColourMove {
  if (latest === null || earlier === null || latest.value === earlier) return 'SAME';
  const isHigher = latest.value > earlier;
  return isHigher === (direction === 'HIGHER_IS_BETTER') ? 'BETTER' : 'WORSE';
}
