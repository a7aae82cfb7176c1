import { DELIVERY_STATUSES, RAGS, type SnapshotAction } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareReferences,
  compareSnapshots,
  type MovementCounts,
  movementHeadline,
  movementKinds,
  movementRank,
  netWords,
  slipWords,
} from './index.ts';
import { action, day, measure, recommendation, snapshot } from './snapshot.fixture.ts';

const only = (before: Partial<SnapshotAction>, after: Partial<SnapshotAction>) => {
  const moved = compareSnapshots(
    snapshot([action(1, before)], { on: '2026-03-05' }),
    snapshot([action(1, after)]),
  ).actions[0];
  if (!moved) throw new Error('no action was compared');
  return moved;
};

describe('one action', () => {
  test.each<[Partial<SnapshotAction>, Partial<SnapshotAction>, string]>([
    [{ rag: 'RED' }, { rag: 'AMBER' }, 'BETTER'],
    [{ rag: 'AMBER' }, { rag: 'RED' }, 'WORSE'],
    [{ rag: 'GREEN' }, { rag: 'GREEN' }, 'SAME'],
    [{ rag: 'NONE' }, { rag: 'RED' }, 'WORSE'],
    [{ rag: 'NONE' }, { rag: 'GREEN' }, 'BETTER'],
    [{ rag: 'GREEN' }, { rag: 'BLUE', status: 'CLOSED' }, 'BETTER'],
    [{ rag: 'RED' }, { rag: 'NONE', status: 'CANCELLED' }, 'SAME'],
    [{ rag: 'NONE', status: 'CANCELLED' }, { rag: 'RED' }, 'SAME'],
  ])('%j → %j is %s', (before, after, way) => {
    expect(only(before, after).rag).toBe(way);
  });

  test('a date that moves later has slipped by so many days, and one that moves back has not', () => {
    const later = only({}, { dueDate: day('2026-05-14') });
    expect([later.daysSlipped, later.hasMoved, slipWords(later.daysSlipped)]).toEqual([
      14,
      true,
      '14 days later',
    ]);
    expect(only({}, { dueDate: day('2026-04-29') }).daysSlipped).toBe(-1);
    expect(slipWords(-1)).toBe('1 day earlier');
    expect(slipWords(0)).toBe('');
  });

  test('a first date is no slip', () => {
    expect(only({ dueDate: null }, {})).toMatchObject({ daysSlipped: 0, isDateSetOrTaken: true });
  });

  test('closing, reopening, cancelling', () => {
    expect(only({}, { status: 'CLOSED' }).isNewlyClosed).toBe(true);
    expect(only({ status: 'CLOSED' }, { status: 'CLOSED' }).isNewlyClosed).toBe(false);
    expect(only({ status: 'CLOSED' }, { status: 'REOPENED' }).isReopened).toBe(true);
    expect(only({}, { status: 'CANCELLED' }).isNewlyCancelled).toBe(true);
  });

  test('the week at its colour is that of the later snapshot', () => {
    const weeks = (since: string) => only({}, { ragSince: day(since) }).weeksAtColour;
    expect([weeks('2026-03-12'), weeks('2026-03-06'), weeks('2026-03-05'), weeks('2026-02-12')]).toEqual([
      1, 1, 2, 5,
    ]);
    expect(only({}, { ragSince: null }).weeksAtColour).toBe(0);
  });
});

test.each<[Partial<SnapshotAction>, Partial<SnapshotAction>, string[], number]>([
  [{ rag: 'AMBER' }, { rag: 'RED', dueDate: day('2026-05-14') }, ['WORSE', 'SLIPPED'], 0],
  [{}, { status: 'CLOSED', rag: 'BLUE' }, ['BETTER', 'CLOSED'], 2],
  [{ status: 'CLOSED' }, { status: 'REOPENED' }, ['STATUS'], 4],
  [{}, { dueDate: day('2026-04-01') }, [], 6],
])('%j → %j moved so: %j', (before, after, kinds, rank) => {
  const moved = only(before, after);
  expect([movementKinds(moved), movementRank(moved)]).toEqual([kinds, rank]);
});

test('what is new or gone is a kind of its own', () => {
  const [gone, added] = compareSnapshots(snapshot([action(1)]), snapshot([action(2)])).actions;
  expect([gone, added].map((one) => one && movementKinds(one))).toEqual([
    ['ADDED_OR_GONE'],
    ['ADDED_OR_GONE'],
  ]);
});

describe('a plan', () => {
  const from = snapshot(
    [
      action(1, { rag: 'AMBER' }),
      action(2, { rag: 'RED', teamId: 't2', team: 'Assessment' }),
      action(3),
      action(10, { teamId: null, team: null }),
      action(11),
    ],
    { on: '2026-03-05', recommendations: [recommendation(1)], measures: [measure()] },
  );
  const to = snapshot(
    [
      action(1, { rag: 'RED' }),
      action(2, { teamId: 't2', team: 'Assessment' }),
      action(3, { status: 'CLOSED', rag: 'BLUE' }),
      action(10, { teamId: null, team: null, dueDate: day('2026-05-30') }),
      action(12, { reference: 'R2.A1', recommendationId: 'r2' }),
    ],
    {
      recommendations: [recommendation(1, { evidence: 'Proved' }), recommendation(2)],
      measures: [measure({ latest: { value: 66, date: day('2026-03-10') } })],
    },
  );
  const movement = compareSnapshots(from, to);

  test('is counted as a whole and told in a sentence', () => {
    expect(movement.counts).toMatchObject({ better: 2, worse: 1, net: 1, closed: 1, added: 1, gone: 1 });
    expect(movementHeadline(movement)).toBe(
      'Since 5 March 2026: 2 better, 1 worse, 1 closed, 1 new, 1 removed, 1 date slipped.',
    );
    expect(netWords(movement.counts)).toBe('+1 net: 2 better, 1 worse');
    expect(movement.from).toMatchObject({ RED: 1, AMBER: 1, GREEN: 3, total: 5 });
    expect(movement.to).toMatchObject({ RED: 1, GREEN: 3, BLUE: 1, total: 5 });
  });

  test('by recommendation, with the answers of its evidence test', () => {
    expect(movement.recommendations).toMatchObject([
      { name: 'R1', net: 1, fromEvidence: 'No evidence yet', toEvidence: 'Proved', slipped: 1 },
      { name: 'R2', net: 0, fromEvidence: null, toEvidence: 'No evidence yet', added: 1 },
    ]);
  });

  test('by team, those without one last', () => {
    expect(movement.teams.map(({ name, net }) => [name, net])).toEqual([
      ['Assessment', 1],
      ['Fostering', 0],
      [null, 0],
    ]);
  });

  test('actions are in order of reference', () => {
    expect(movement.actions.map(({ reference }) => reference)).toEqual([
      'R1.A1',
      'R1.A2',
      'R1.A3',
      'R1.A10',
      'R1.A11',
      'R2.A1',
    ]);
    expect(compareReferences('R2.A1', 'R10')).toBeLessThan(0);
  });

  test('a measure moves with its latest figure', () => {
    expect(movement.measures).toMatchObject([{ reference: 'M1', from: { value: 70 }, move: 'WORSE' }]);
    expect(compareSnapshots(to, to).measures).toEqual([]);
  });

  test('an action that changed its recommendation counts where it is now, before and after', () => {
    const moved = compareSnapshots(
      snapshot([action(1, { rag: 'RED' })], { recommendations: [recommendation(1), recommendation(2)] }),
      snapshot([action(1, { recommendationId: 'r2', reference: 'R2.A7' })], {
        recommendations: [recommendation(1), recommendation(2)],
      }),
    );
    expect(moved.recommendations).toMatchObject([
      { name: 'R1', net: 0, from: { total: 0 }, to: { total: 0 } },
      { name: 'R2', net: 1, from: { RED: 1, total: 1 }, to: { GREEN: 1, total: 1 } },
    ]);
  });

  test('nothing moved is said, and so is a status that changed alone', () => {
    expect(movementHeadline(compareSnapshots(from, from))).toBe('Since 5 March 2026 nothing moved.');
    const begun = compareSnapshots(snapshot([action(1, { status: 'NOT_STARTED' })]), snapshot([action(1)]));
    expect(movementHeadline(begun)).toBe('Since 12 March 2026: 0 better, 0 worse, 1 changed status.');
    expect(netWords(begun.counts)).toBe('No colour moved');
  });
});

describe('of any two snapshots', () => {
  const actions = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 10 }).chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc
          .record({
            rag: fc.constantFrom(...RAGS),
            status: fc.constantFrom(...DELIVERY_STATUSES),
            dueDate: fc.constantFrom(null, day('2026-04-01'), day('2026-05-01'), day('2026-06-15')),
            recommendationId: fc.constantFrom('r1', 'r2'),
            teamId: fc.constantFrom('t1', 't2', null),
          })
          .map((more) => action(number, more)),
      ),
    ),
  );
  const anySnapshot = actions.map((all) =>
    snapshot(all, { recommendations: [recommendation(1), recommendation(2)] }),
  );

  test('one has no movement against itself', () => {
    fc.assert(
      fc.property(anySnapshot, (one) => {
        const movement = compareSnapshots(one, one);
        expect(movement.actions.some(({ hasMoved }) => hasMoved)).toBe(false);
        expect(Object.values(movement.counts).every((count) => count === 0)).toBe(true);
        expect(movement.from).toEqual(movement.to);
      }),
    );
  });

  test('the way back mirrors the way there', () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (one, other) => {
        const there = compareSnapshots(one, other);
        const back = compareSnapshots(other, one);
        expect(back.counts).toMatchObject({
          better: there.counts.worse,
          worse: there.counts.better,
          closed: there.counts.reopened,
          reopened: there.counts.closed,
          added: there.counts.gone,
          gone: there.counts.added,
          slipped: there.counts.forward,
          forward: there.counts.slipped,
          dated: there.counts.dated,
        });
        expect(back.counts.net + there.counts.net).toBe(0);
        expect([back.from, back.to]).toEqual([there.to, there.from]);
      }),
    );
  });

  test('net is better less worse, and the parts add up to the whole', () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (one, other) => {
        const { counts, recommendations, teams } = compareSnapshots(one, other);
        expect(counts.net).toBe(counts.better - counts.worse);
        const keys = Object.keys(counts) as (keyof MovementCounts)[];
        for (const parts of [recommendations, teams]) {
          for (const key of keys) {
            expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(counts[key]);
          }
        }
      }),
    );
  });
});
