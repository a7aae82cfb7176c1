import { randomUUID } from 'node:crypto';
import type { PositionOut } from '@gt/contracts/schemas';
import { isoDate } from '@gt/contracts/words';
import { canonicalJson } from '@gt/domain/audit';
import { expect, test } from 'vitest';
import { systemScope } from '../../core/guard.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { loadSnapshot } from '../snapshots/load-snapshot.ts';
import { bodyOfText } from '../snapshots/snapshot-body.ts';
import { figuresIn } from './figures-in.fixture.ts';

const harness = await startHarness();
const { db, people, posts, callerAs } = harness;
const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
const position = (plan: PlanFixture, at?: string) =>
  callerAs(people.viewer).dashboard.position({ planId: plan.planId, ...(at ? { at: isoDate(at) } : {}) });
const values = ({ totals }: PositionOut) =>
  Object.fromEntries(Object.entries(totals).map(([key, { value }]) => [key, value]));

/** Every figure of a position opens a list of exactly so many rows. */
async function walk({ planId }: PlanFixture, found: PositionOut): Promise<void> {
  const figures = figuresIn(found);
  expect(figures.length).toBeGreaterThan(30);
  for (const { key, value, filter } of figures) {
    const { total } = await callerAs(people.viewer).actions.list({ planId, filter, page: { limit: 1 } });
    expect([key, value]).toEqual([key, total]);
  }
}

test('a plan without actions says so of every recommendation', async () => {
  const plan = await harness.makePlan();
  const found = await position(plan);
  expect(values(found)).toMatchObject({ actions: 0, overdue: 0, withoutEvidence: 0 });
  expect(found.sentences[0]).toBe('On 12 March 2026, 0 of 2 recommendations are on track or embedded.');
  expect(found.previous).toBeNull();
  expect(found.attention.map(({ kind, reference }) => [kind, reference])).toEqual([
    ['NO_ACTION', 'R1'],
    ['NO_ACTION', 'R2'],
  ]);
  expect(found.clocks).toMatchObject([{ stateText: 'Action plan due in 33 working days' }]);
});

test('overdue, due soon, silent, without evidence and waiting are counted by the rules, worst first in the list', async () => {
  const plan = await harness.makePlan();
  const owner = {
    ownerPostId: posts.fosteringOfficer,
    status: 'IN_PROGRESS',
    lastUpdateAt: new Date('2026-03-10T09:00:00Z'),
  };
  const onTime = { ...owner, declaredRag: 'GREEN' };
  await harness.makeAction(plan, {
    ...owner,
    declaredRag: 'RED',
    dueDate: day('2026-03-06'),
    originalDueDate: day('2026-01-31'),
  });
  const soon = await harness.makeAction(plan, {
    ...onTime,
    dueDate: day('2026-03-26'),
    originalDueDate: day('2026-03-26'),
  });
  await harness.makeAction(plan, {
    ...onTime,
    declaredRag: 'AMBER',
    lastUpdateAt: new Date('2026-02-20T09:00:00Z'),
  });
  await harness.makeAction(plan, {
    ...onTime,
    dueDate: day('2026-05-01'),
    originalDueDate: day('2026-02-01'),
  });
  await harness.makeAction(plan, { ...onTime, status: 'CANCELLED', dueDate: day('2026-01-01') });
  await harness.makeAction(plan, { ...onTime, status: 'CLOSED', dueDate: day('2026-01-01') });
  const { id: evidenceId } = await db.evidence.create({
    data: {
      planId: plan.planId,
      number: 1,
      title: 'Audit',
      kind: 'AUDIT',
      shows: 'x',
      uploadedById: people.contributor.userId,
      changedById: people.contributor.userId,
      links: {
        create: {
          actionId: soon.id,
          recommendationId: plan.recommendationIds[0] ?? '',
          linkedById: people.lead.userId,
        },
      },
    },
    select: { id: true },
  });
  const found = await position(plan);
  expect(values(found)).toEqual({
    actions: 5,
    open: 4,
    closed: 1,
    cancelled: 1,
    overdue: 1,
    pastOriginal: 2,
    dueIn14Days: 1,
    silent: 1,
    withoutEvidence: 4,
    mismatch: 1,
    red: 1,
    amber: 1,
    green: 2,
    unrated: 0,
    dateAsked: 0,
  });
  expect(found.evidence).toEqual({ known: 1, accepted: 0, expired: 0, submitted: 1 });
  expect(found.recommendations[0]).toMatchObject({
    reference: 'R1',
    colour: 'RED',
    calculated: 'RED',
    was: null,
    why: { reference: 'R1.A1' },
    delivery: { done: 'SOME', impact: 'PARTLY', doneWords: '1 of 5 actions closed' },
  });
  await walk(plan, found);
  expect(found.attention.map(({ kind, reference }) => [kind, reference])).toEqual([
    ['OVERDUE', 'R1.A1'],
    ['RAG_MISMATCH', 'R1.A4'],
    ['SILENT', 'R1.A3'],
    ['NO_ACTION', 'R2'],
  ]);
  expect(found.attention[0]?.words).toBe('6 days overdue, 40 days past its original date');
  await db.evidence.update({ where: { id: evidenceId }, data: { state: 'RETURNED' } });
  const later = await position(plan);
  expect(later.attention.map(({ kind }) => kind)).toContain('RETURNED_EVIDENCE');
});

test('at most ten are listed and the rest is counted', async () => {
  const plan = await harness.makePlan();
  for (let index = 0; index < 12; index += 1) {
    await harness.makeAction(plan, { status: 'IN_PROGRESS', dueDate: day('2026-03-01') });
  }
  const found = await position(plan);
  expect(found.attention).toHaveLength(10);
  expect(found.attentionTotal).toBe(13);
});

test('a partner has no dashboard, and a plan that is not there is not found', async () => {
  const plan = await harness.makePlan();
  await expect(callerAs(people.partner).dashboard.position({ planId: plan.planId })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(
    callerAs(people.lead).dashboard.position({ planId: '00000000-0000-7000-8000-000000000000' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('measures are counted by where they go; those moving away or late are named, and lead to their page', async () => {
  const plan = await harness.makePlan();
  const lead = callerAs(people.lead);
  const make = async (name: string, figures: [date: string, value: number][]) => {
    const { id } = await lead.measures.create({
      recommendationId: plan.recommendationIds[0] ?? '',
      name,
      definition: '',
      unit: '%',
      direction: 'HIGHER_IS_BETTER',
      baseline: null,
      baselineDate: null,
      target: 90,
      targetDate: null,
      frequency: 'MONTHLY',
      ownerPostId: null,
      idempotencyKey: `${plan.planId}-${name}`,
    });
    for (const [date, value] of figures) {
      await lead.measures.addPoint({ measureId: id, date, value, idempotencyKey: `${id}-${date}` });
    }
    return id;
  };
  const away = await make('Visits', [
    ['2026-01-31', 80],
    ['2026-02-28', 60],
  ]);
  await make('Plans', [
    ['2025-10-31', 60],
    ['2025-11-30', 70],
  ]);
  await make('Reviews', [['2026-02-28', 91]]);
  const found = await position(plan);
  expect(found.measures).toMatchObject({ total: 3, towards: 1, away: 1, noFigures: 1, met: 1, late: 1 });
  expect(
    found.measures.exceptions.map(({ kind, reference, measureId }) => [kind, reference, measureId]),
  ).toEqual([
    ['MEASURE_AWAY', 'M1', away],
    ['MEASURE_LATE', 'M2', expect.any(String)],
  ]);
  expect(found.attention.filter(({ measureId }) => measureId !== null)).toHaveLength(2);
  expect(found.recommendations.find(({ reference }) => reference === 'R1')?.thread.knots[3]?.words).toBe(
    '1 of 3 measures moving towards target',
  );
});

/** A plan in which something of everything has happened. */
async function busyPlan(): Promise<PlanFixture> {
  const plan = await harness.makePlan();
  const [first = '', second = ''] = plan.recommendationIds;
  const teams = await db.team.findMany({ select: { id: true }, orderBy: { name: 'asc' }, take: 2 });
  const statuses = [
    'NOT_STARTED',
    'IN_PROGRESS',
    'AWAITING_EVIDENCE_CHECK',
    'CLOSED',
    'REOPENED',
    'CANCELLED',
  ] as const;
  const rags = ['RED', 'AMBER', 'GREEN', 'NONE'] as const;
  const changedById = people.lead.userId;
  for (let n = 0; n < 24; n += 1) {
    const due = day(`2026-03-${String((n % 28) + 1).padStart(2, '0')}`);
    const { id } = await harness.makeAction(plan, {
      recommendationId: n % 3 === 0 ? second : first,
      status: statuses[n % statuses.length] ?? 'IN_PROGRESS',
      declaredRag: rags[n % rags.length] ?? 'NONE',
      ragDeclaredAt: n % 4 === 3 ? null : new Date('2026-02-20T10:00:00Z'),
      closedAt: statuses[n % statuses.length] === 'CLOSED' ? new Date('2026-03-02T10:00:00Z') : null,
      ownerPostId: n % 5 === 0 ? null : posts.fosteringOfficer,
      teamId: n % 4 === 0 ? null : (teams[n % 2]?.id ?? null),
      acceptance: n % 7 === 1 ? 'OFFERED' : 'NONE',
      lastUpdateAt: n % 2 === 0 ? new Date('2026-03-10T09:00:00Z') : new Date('2026-02-01T09:00:00Z'),
      dueDate: due,
      originalDueDate: n % 3 === 1 ? day('2026-02-10') : due,
    });
    if (n % 3 === 1) {
      for (let moves = 0; moves <= n % 2; moves += 1) {
        await db.dateRevision.create({
          data: {
            actionId: id,
            fromDate: day('2026-02-10'),
            toDate: due,
            reason: 'Panel postponed',
            changedById,
            agreedBy: n % 2 === 0 ? 'BOARD' : 'LEAD',
            changedAt: new Date(`2026-02-0${moves + 1}T10:00:00Z`),
          },
        });
      }
    }
    if (n % 6 === 0) {
      await db.milestone.create({
        data: {
          actionId: id,
          title: 'Step',
          dueDate: day('2026-03-20'),
          createdById: changedById,
          changedById,
        },
      });
    }
    if (n % 8 === 1) await db.alsoServes.create({ data: { actionId: id, recommendationId: second } });
    if (n % 4 === 2) {
      await db.evidence.create({
        data: {
          planId: plan.planId,
          number: n,
          title: 'Audit',
          kind: 'AUDIT',
          shows: 'x',
          state: (['SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'] as const)[(n >> 2) % 4] ?? 'SUBMITTED',
          uploadedById: people.contributor.userId,
          changedById: people.contributor.userId,
          links: { create: { actionId: id, recommendationId: first, linkedById: changedById } },
        },
      });
    }
  }
  return plan;
}

const freeze = ({ planId }: PlanFixture) =>
  callerAs(people.lead).snapshots.take({ planId, idempotencyKey: randomUUID() });

test('every figure opens a list of exactly so many rows', async () => {
  const plan = await busyPlan();
  const found = await position(plan);
  await walk(plan, found);
  expect(found.slips.moved.value).toBeGreaterThan(3);
  expect(found.slips.byBoard.value).toBeGreaterThan(0);
  expect(found.slips.worst).toHaveLength(5);
  expect(found.teams.map(({ name }) => name)).toContain(null);
  expect(found.upcoming.due.map(({ milestones }) => milestones.value)).toEqual([4, 4]);
});

test('a snapshot taken this moment tells the position as it is now, and nothing later changes what it tells', async () => {
  const plan = await busyPlan();
  await freeze(plan);
  const { snapshotId: _kept, ...now } = { snapshotId: '', ...(await position(plan)) };
  const frozen = await position(plan, '2026-03-12');
  expect(frozen.snapshot?.words).toBe('As at 12 March 2026, taken by hand');
  for (const { key, value } of figuresIn(frozen)) {
    const snapshotId = frozen.snapshot?.id ?? '';
    const { total } = await callerAs(people.viewer).snapshots.open({ snapshotId, figure: key });
    expect([key, total]).toEqual([key, value]);
  }
  // Clocks are of today, and what is told is told against the snapshot before.
  const told = ({
    previous: _p,
    clocks: _c,
    snapshot: _s,
    recommendations,
    sentences: _w,
    ...rest
  }: PositionOut) => ({
    ...rest,
    recommendations: recommendations
      .map(({ was: _was, move: _move, moveWords: _words, ...kept }) => kept)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
  expect(told(frozen)).toEqual(told(now));
  await db.action.updateMany({
    where: { planId: plan.planId },
    data: { status: 'IN_PROGRESS', declaredRag: 'GREEN', dueDate: day('2027-01-01') },
  });
  expect(await position(plan, '2026-03-15')).toEqual(frozen);
});

test('movement is told against the newest snapshot, and weeks by all of them', async () => {
  const plan = await harness.makePlan();
  const { id } = await harness.makeAction(plan, {
    status: 'IN_PROGRESS',
    declaredRag: 'AMBER',
    ragDeclaredAt: new Date('2026-02-26T09:00:00Z'),
    ragReason: 'Two assessments wait.',
  });
  await freeze(plan);
  await db.action.update({
    where: { id },
    data: { declaredRag: 'RED', ragDeclaredAt: new Date('2026-03-12T09:00:00Z'), ragReason: 'None began.' },
  });
  const found = await position(plan);
  expect(found.previous?.words).toBe('the snapshot of 12 March 2026');
  expect(found.recommendations[0]).toMatchObject({
    reference: 'R1',
    was: 'AMBER',
    move: 'WORSE',
    moveWords: 'Worse: was at risk on 12 March 2026',
    weeks: 1,
    why: { words: 'None began.' },
  });
  expect(found.sentences[0]).toContain('1 moved the wrong way since the snapshot of 12 March 2026');
  const then = await position(plan, '2026-03-12');
  expect(then.recommendations[0]).toMatchObject({ colour: 'AMBER', weeks: 3, was: null, moveWords: '' });
});

test('what the first format did not keep is told as not recorded, and never as a number', async () => {
  const plan = await busyPlan();
  const { snapshotId } = await freeze(plan);
  const content = await loadSnapshot(
    db,
    systemScope(people.lead, harness.ctxAs(people.lead, isoDate('2026-03-12'))),
    snapshotId,
  );
  const { silentDays: _d, asks: _a, evidence: _e, ...rest } = content;
  const first = {
    ...rest,
    formatVersion: 1,
    recommendations: content.recommendations.map(
      ({ sufficiency: _s, gaps: _g, status: _t, closedOn: _c, checks: _k, work: _w, ...kept }) => kept,
    ),
    actions: content.actions.map(
      ({
        alsoServesIds: _s,
        acceptance: _a2,
        owesWords: _o,
        silent: _q,
        measures: _m,
        openMilestones: _p,
        ...kept
      }) => kept,
    ),
  };
  const { body, sha256, textSize } = await bodyOfText(canonicalJson(first));
  const taken = await db.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: { totals: true, takenAt: true, actionCount: true },
  });
  await db.snapshot.create({
    data: {
      planId: plan.planId,
      number: 99,
      cause: 'BY_HAND',
      asAt: day('2026-03-13'),
      body,
      sha256,
      textSize,
      ...taken,
      totals: taken.totals as object,
    },
  });
  const found = await position(plan, '2026-03-13');
  expect(found.isFull).toBe(false);
  const unknown = figuresIn(found).filter(({ value }) => value === null);
  expect(unknown.map(({ key }) => key.replace(/^team:[^:]+/, 'team')).sort()).toContain('silent');
  expect(new Set(unknown.map(({ key }) => key.split(':').at(-1)))).toEqual(
    new Set(['silent', 'notTakenOn', 'inTime', 'returned', '14', '28', 'RETURNED']),
  );
  expect(found.breaks.every(({ recommendations }) => recommendations === null)).toBe(true);
  expect(found.recommendations[0]?.delivery).toMatchObject({
    sustained: null,
    sustainedWords: 'Not recorded then',
  });
  expect(found.evidence).toBeNull();
  expect(values(found)).toMatchObject({ overdue: expect.any(Number), actions: 20 });
});

test('before anything was kept there is no position to tell', async () => {
  const plan = await harness.makePlan();
  await freeze(plan);
  await expect(position(plan, '2026-03-11')).rejects.toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
    message: expect.stringContaining('No snapshot was kept on 11 March 2026 or before'),
  });
});
