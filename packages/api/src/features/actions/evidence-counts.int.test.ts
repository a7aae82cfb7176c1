import type { ActionFilter } from '@gt/contracts/schemas';
import { EVIDENCE_KINDS, EVIDENCE_STATES, type EvidenceKind, type IsoDate } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import {
  type CountedItem,
  countEvidence,
  DEFAULT_EVIDENCE_TEST,
  evidenceSufficiency,
  isOnRecord,
  showsDifference,
} from '@gt/domain/evidence';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type Harness, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { loadPlanAsItIs } from '../snapshots/load-plan-as-it-is.ts';
import { snapshotContentOf } from '../snapshots/snapshot-content-of.ts';

type Item = CountedItem & { kind: EvidenceKind; showsImpact: boolean };

const ACTIONS = 60;
const ITEMS = 240;
let h: Harness;
let plan: PlanFixture;
/** What is linked to each action, as the domain reads it. */
let linked: Map<string, Item[]>;
let items: Item[];

/** A small generator with a fixed seed, so that a failure can be seen again. */
function seeded(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T,
    chance: (share: number) => next() < share,
  };
}

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  const random = seeded(20_260_312);
  const actionIds: string[] = [];
  for (let index = 0; index < ACTIONS; index += 1) {
    const status = index % 9 === 0 ? 'CANCELLED' : 'IN_PROGRESS';
    actionIds.push((await h.makeAction(plan, { status })).id);
  }
  const by = { uploadedById: h.people.lead.userId, changedById: h.people.lead.userId };
  const ids = Array.from({ length: ITEMS }, newId);
  await h.db.evidence.createMany({
    data: ids.map((id, index) => ({
      ...{ id, planId: plan.planId, number: index + 1, title: `Item ${index + 1}`, shows: '', ...by },
      kind: random.pick(EVIDENCE_KINDS),
      showsImpact: random.chance(0.6),
      state: random.pick([...EVIDENCE_STATES, 'ACCEPTED', 'ACCEPTED'] as const),
      // The boundary is met often.
      validUntil: random.chance(0.5) ? null : fromIsoDate(addDays(TODAY, random.pick([-40, -1, 0, 1, 40]))),
      supersededById: index > 0 && random.chance(0.2) ? (ids[index - 1] ?? null) : null,
      redactedAt: random.chance(0.1) ? new Date() : null,
      deletedAt: random.chance(0.05) ? new Date() : null,
    })),
  });
  await h.db.evidenceVersion.createMany({
    data: ids.map((evidenceId, index) => ({
      ...{ evidenceId, number: 1, fileName: 'audit.pdf', mediaType: 'application/pdf', size: 1n },
      ...{ sha256: String(index).padStart(64, '0'), uploadedById: by.uploadedById },
    })),
  });
  // Some actions stay without any.
  const provable = actionIds.filter((_, index) => index % 5 !== 1);
  await h.db.evidenceLink.createMany({
    data: ids.map((evidenceId) => ({
      evidenceId,
      actionId: random.pick(provable),
      recommendationId: plan.recommendationIds[0] ?? '',
      linkedById: by.uploadedById,
    })),
  });
  await readBack();
});

async function readBack() {
  const rows = await h.db.evidence.findMany({
    where: { deletedAt: null },
    select: {
      kind: true,
      showsImpact: true,
      state: true,
      validUntil: true,
      supersededById: true,
      redactedAt: true,
      links: { select: { actionId: true } },
    },
  });
  linked = new Map();
  items = rows.map(({ links, validUntil, supersededById, redactedAt, ...row }) => {
    const item = {
      ...row,
      isGone: redactedAt !== null,
      validUntil: toIsoDateOrNull(validUntil),
      supersededBy: supersededById,
    };
    for (const { actionId } of links)
      linked.set(actionId ?? '', [...(linked.get(actionId ?? '') ?? []), item]);
    return item;
  });
}

async function listed(filter: ActionFilter, today: IsoDate) {
  const list = h.callerAs(h.people.lead, today).actions.list;
  return (await list({ planId: plan.planId, filter, page: { limit: 200 } })).rows;
}

const sorted = (ids: Iterable<string>) => [...ids].sort();

// The day after, what was valid until today has expired; two months on, nearly all of it.
describe.each([TODAY, addDays(TODAY, 1), addDays(TODAY, 60)])('on %s', (today) => {
  const countedOf = (id: string) => countEvidence(linked.get(id) ?? [], today);

  it('the list counts what the domain counts, and its thread says so', async () => {
    const rows = await listed({}, today);
    expect(rows).toHaveLength(ACTIONS);
    for (const row of rows) {
      const { known, accepted, expired } = countedOf(row.id);
      expect([row.reference, row.evidence]).toEqual([
        row.reference,
        {
          total: known.length,
          accepted: accepted.length,
          expired: expired.length,
          submitted: known.filter(({ state }) => state === 'SUBMITTED').length,
          returned: known.filter(({ state }) => state === 'RETURNED').length,
          impact: accepted.filter(showsDifference).length,
        },
      ]);
      const proved = row.knots.find(({ knot }) => knot === 'PROVED');
      const whole = accepted.length > 0;
      const nothing = known.length + expired.length === 0;
      expect(proved?.state).toBe(whole ? 'WHOLE' : nothing ? 'MISSING' : 'PARTIAL');
    }
  });

  it.each<[string, ActionFilter, (counted: ReturnType<typeof countedOf>) => boolean, boolean]>([
    ['no evidence', { evidence: 'NONE' }, ({ known, expired }) => known.length + expired.length === 0, true],
    [
      'some evidence',
      { filled: ['EVIDENCE'] },
      ({ known, expired }) => known.length + expired.length > 0,
      false,
    ],
    [
      'waiting',
      { evidence: 'WAITING' },
      ({ known }) => known.some(({ state }) => state === 'SUBMITTED'),
      false,
    ],
    [
      'returned',
      { evidence: 'RETURNED' },
      ({ known }) => known.some(({ state }) => state === 'RETURNED'),
      false,
    ],
    ['accepted', { evidence: 'ACCEPTED' }, ({ accepted }) => accepted.length > 0, false],
    ['expired', { evidence: 'EXPIRED' }, ({ expired }) => expired.length > 0, false],
    ['no difference', { evidence: 'NO_IMPACT' }, ({ accepted }) => !accepted.some(showsDifference), true],
  ])('the filter and its count: %s', async (_, filter, holds, isLiveOnly) => {
    const all = await listed({}, today);
    const expected = all
      .filter((row) => holds(countedOf(row.id)) && !(isLiveOnly && row.status === 'CANCELLED'))
      .map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(sorted((await listed(filter, today)).map(({ id }) => id))).toEqual(sorted(expected));
    if (!filter.evidence) return;
    const caller = h.callerAs(h.people.lead, today);
    const { facets } = await caller.actions.facets({ planId: plan.planId, fields: ['evidence'] });
    expect(facets.evidence).toContainEqual({ value: filter.evidence, count: expected.length });
  });

  it('the position, the list of recommendations and a snapshot say the same', async () => {
    const { known, accepted, expired } = countEvidence(items, today);
    const caller = h.callerAs(h.people.lead, today);
    const position = await caller.dashboard.position({ planId: plan.planId });
    expect(position.evidence).toEqual({
      known: known.length,
      accepted: accepted.length,
      expired: expired.length,
      submitted: known.filter(({ state }) => state === 'SUBMITTED').length,
    });
    expect(position.totals.withoutEvidence.value).toBe((await listed({ evidence: 'NONE' }, today)).length);
    const counts = {
      evidence: known.length,
      acceptedEvidence: accepted.length,
      expiredEvidence: expired.length,
    };
    const [recommendation] = await caller.recommendations.list({ planId: plan.planId });
    expect(recommendation).toMatchObject(counts);
    const taken = await snapshotNow(today);
    const { evidence: evidenceItems, ...rest } = counts;
    expect(taken.recommendations[0]).toMatchObject({ evidenceItems, ...rest });
    for (const action of taken.actions) {
      const counted = countedOf(action.id);
      expect([
        action.reference,
        action.evidenceItems,
        action.acceptedEvidence,
        action.expiredEvidence,
      ]).toEqual([action.reference, counted.known.length, counted.accepted.length, counted.expired.length]);
    }
    const toCheck = known.filter(({ state }) => state === 'SUBMITTED').length;
    expect((await caller.evidence.waiting({ planId: plan.planId })).total).toBe(toCheck);
  });

  it('and so does the evidence test itself', () => {
    const facts = items.map((item, index) => ({
      ...item,
      ...{ reference: `E${index}`, periodTo: null, uploadedOn: TODAY },
      supersededBy: item.supersededBy ? 'E0' : null,
    }));
    const { known, accepted, expired } = countEvidence(items, today);
    expect(evidenceSufficiency(DEFAULT_EVIDENCE_TEST, facts, today)).toMatchObject({
      items: known.length,
      accepted: accepted.length,
      expired: expired.length,
    });
    expect(items.filter(isOnRecord)).toHaveLength(known.length + expired.length);
  });
});

async function snapshotNow(today: IsoDate) {
  const scope = guard(h.ctxAs(h.people.lead, today), 'action.read');
  const facts = await inTransaction(h.db, (tx) => loadPlanAsItIs(tx, scope, plan.planId));
  const takenAt = `${today}T10:00:00.000Z`;
  return snapshotContentOf(facts, { asAt: today, takenAt, cause: 'BY_HAND', review: null });
}
