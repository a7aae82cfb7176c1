import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignedIn } from '@gt/api';
import type { PositionFigure } from '@gt/contracts/schemas';
import {
  DECLARABLE_RAGS,
  DELIVERY_STATUSES,
  EVIDENCE_KINDS,
  EVIDENCE_STATES,
  isoDate,
  ROLES,
  SAMPLE_PASSWORD,
} from '@gt/contracts/words';
import { withTestDatabase } from '@gt/db/testing';
import { addDays, daysBetween, isWorkingDay, workingCalendar } from '@gt/domain/calendar';
import { isSmallCount, movement } from '@gt/domain/measure';
import { breaksAt } from '@gt/domain/position';
import { localEvidenceStore } from '@gt/storage';
import { verifyPassword } from 'better-auth/crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { loadScenario } from './load-scenario.ts';
import { manyActions } from './scenarios/many-actions.ts';
import { northmoor } from './scenarios/northmoor.ts';
import { stageOn } from './stage/stage.ts';

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'golden-thread-seed-'));
  afterAll(() => rm(path, { recursive: true, force: true }));
  return localEvidenceStore(path);
}

const { db } = await withTestDatabase();
const into = { db, store: await folder(), now: new Date() };
await loadScenario(into, northmoor);
const stage = stageOn({ ...into, passwordHash: '' });
const { today } = stage.time;
const plan = await db.plan.findFirstOrThrow({
  where: { kind: 'INSPECTION' },
  select: { id: true, name: true },
});
const accounts = await db.user.findMany({
  select: {
    id: true,
    name: true,
    email: true,
    isSample: true,
    deactivatedAt: true,
    roleGrants: { select: { role: true } },
    accounts: { select: { password: true } },
  },
});
const lead: SignedIn = {
  userId: accounts.find(({ name }) => name === 'Programme Lead')?.id ?? '',
  userName: 'Programme Lead',
  email: '',
  roles: ['PROGRAMME_LEAD'],
  teamIds: [],
  postIds: [],
  sessionId: '',
};
const caller = stage.callerAs(lead, { ago: 0, minute: 0 });
const { rows } = await caller.actions.list({ planId: plan.id });

describe('the people', () => {
  test('every account is a post, none is a person, and all are marked as samples', () => {
    for (const account of accounts) {
      expect(account.name).toMatch(/, holder \d$|^Programme Lead$|^Administrator$/);
      expect(account.email).toMatch(/^[a-z0-9.]+@northmoor\.example$/);
      expect(account.isSample).toBe(true);
    }
  });

  test('every role has somebody who can sign in with the published password', async () => {
    const active = accounts.filter((account) => account.deactivatedAt === null);
    const roles = new Set(active.flatMap(({ roleGrants }) => roleGrants.map(({ role }) => role)));
    expect([...roles].sort()).toEqual([...ROLES].sort());
    const hash = active[0]?.accounts[0]?.password ?? '';
    expect(await verifyPassword({ hash, password: SAMPLE_PASSWORD })).toBe(true);
    expect(active.every((account) => account.accounts[0]?.password === hash)).toBe(true);
  });

  test('one post has changed hands, without a gap or an overlap', async () => {
    const holdings = await db.postHolding.findMany({
      where: { post: { title: 'Head of Permanence' } },
      orderBy: { fromDate: 'asc' },
      select: { fromDate: true, toDate: true, user: { select: { name: true } } },
    });
    expect(holdings.map(({ user }) => user.name)).toEqual([
      'Head of Permanence, holder 1',
      'Head of Permanence, holder 2',
    ]);
    const [before, after] = holdings;
    expect((after?.fromDate.getTime() ?? 0) - (before?.toDate?.getTime() ?? 0)).toBe(86_400_000);
    expect(accounts.filter(({ deactivatedAt }) => deactivatedAt).map(({ name }) => name)).toEqual([
      'Head of Permanence, holder 1',
    ]);
  });
});

describe('the plan', () => {
  test('comes out of the printed report, and its clock runs', async () => {
    const recommendations = await caller.recommendations.list({ planId: plan.id });
    expect(recommendations).toHaveLength(9);
    for (const { quote, page, judgementAreas } of recommendations.slice(0, 6)) {
      expect(quote).toMatch(/national framework\)$/);
      expect(page).toBeGreaterThan(1);
      expect(judgementAreas.length).toBeGreaterThan(0);
    }
    const { clocks, inspections } = await caller.plans.get({ planId: plan.id });
    // The story is told in working days: at a weekend, Monday is still whole.
    const workingDaysLeft = isWorkingDay(today, workingCalendar()) ? 25 : 26;
    expect(clocks).toMatchObject([{ workingDays: 70, submittedOn: null, workingDaysLeft }]);
    expect(inspections[0]?.judgements).toHaveLength(4);
  });

  test('is on its way to the submission: three approvals are given, and what comes next is foreseen', async () => {
    const { clocks, windows } = await caller.calendar.clocks({ planId: plan.id });
    const given = clocks[0]?.gates.map(({ doneOn }) => doneOn !== null);
    expect(given).toEqual([true, true, true, false, false, false]);
    expect(windows).toMatchObject([{ name: 'Standard inspection', state: 'BEFORE', isChanged: false }]);
    const { gate } = await caller.calendar.next({ planId: plan.id });
    expect(gate?.words).toMatch(/^Lead member and cabinet sign-off in \d+ working days$/);
  });

  test('is reviewed every week by those who answer for it, and has a board, each with a chair who is there', async () => {
    const { review, board } = await caller.plans.nextMeetings({ planId: plan.id });
    expect(review?.updatesDue?.time).toBe('17:00');
    expect(board?.time).toBe('14:00');
    const { REVIEW, BOARD } = await caller.plans.members({ planId: plan.id });
    expect([...REVIEW.asks, ...BOARD.asks]).toEqual([]);
    expect(REVIEW.members[0]).toMatchObject({ name: 'Programme Lead', isChair: true });
    expect(BOARD.members[0]).toMatchObject({ name: 'Improvement Board Chair, holder 1', isChair: true });
    expect([...REVIEW.members, ...BOARD.members].every(({ isActive, mayRead }) => isActive && mayRead)).toBe(
      true,
    );
  });

  test('has about forty actions in every delivery status and at every rating, declared and calculated', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40);
    expect([...new Set(rows.map(({ status }) => status))].sort()).toEqual([...DELIVERY_STATUSES].sort());
    const declared = new Set(rows.map(({ declaredRag }) => declaredRag));
    const calculated = new Set(rows.map(({ calculatedRag }) => calculatedRag));
    for (const rag of [...DECLARABLE_RAGS, 'BLUE', 'NONE'] as const) {
      expect(declared).toContain(rag);
      expect(calculated).toContain(rag);
    }
  });

  test.each<[string, number, (row: (typeof rows)[number]) => boolean]>([
    ['overdue', 3, (row) => row.daysOverdue > 0],
    ['past the original date, moved since', 2, (row) => row.daysPastOriginal > 0 && row.daysOverdue === 0],
    ['moved twice', 1, (row) => row.timesMoved === 2],
    ['silent', 2, (row) => row.silent],
    ['said to be better than the rule says', 1, (row) => row.mismatch && row.declaredRag === 'GREEN'],
    ['said to be worse than the rule says', 1, (row) => row.mismatch && row.calculatedRag === 'GREEN'],
    ['without an owner', 2, (row) => row.ownerPost === null && row.ownerUser === null],
    ['without a due date', 1, (row) => row.dueDate === null],
    [
      'due in the next 14 days',
      5,
      ({ dueDate }) => dueDate !== null && dueDate >= today && dueDate <= addDays(today, 14),
    ],
    ['with returned evidence', 2, (row) => row.evidence.returned > 0],
    ['complete, with evidence waiting', 3, (row) => row.status === 'AWAITING_EVIDENCE_CHECK'],
  ])('has actions which are %s', (_what, least, is) => {
    expect(rows.filter(is).length).toBeGreaterThanOrEqual(least);
  });

  test('was updated over eight weeks until the last working day, and never in the future', async () => {
    const updates = await db.progressUpdate.findMany({
      orderBy: { createdAt: 'asc' },
      select: { createdAt: true, correctsId: true, redactedAt: true, onBehalfOfId: true },
    });
    const days = updates.map(({ createdAt }) => isoDate(createdAt.toISOString().slice(0, 10)));
    expect(updates.length).toBeGreaterThan(80);
    expect(days.at(-1)).toBe(stage.time.workingDaysAgo(1));
    expect(daysBetween(days[0] ?? today, days.at(-1) ?? today)).toBeGreaterThanOrEqual(49);
    expect(updates.filter(({ correctsId }) => correctsId)).toHaveLength(1);
    expect(updates.filter(({ redactedAt }) => redactedAt)).toHaveLength(1);
    expect(updates.filter(({ onBehalfOfId }) => onBehalfOfId)).toHaveLength(1);
  });
});

describe('the evidence', () => {
  test('every file was screened when it came, and none of them tells of anybody', async () => {
    const files = await db.evidenceVersion.findMany({
      select: { fileName: true, screenings: { select: { likely: true } } },
    });
    expect(files.length).toBeGreaterThan(20);
    for (const { fileName, screenings } of files) {
      expect(screenings, fileName).toHaveLength(1);
      expect(screenings[0]?.likely, fileName).toBe(0);
    }
  });

  test('is about twenty real files, of every kind and in every state', async () => {
    const items = await db.evidence.findMany({ select: { kind: true, state: true } });
    expect(items.length).toBeGreaterThanOrEqual(20);
    expect([...new Set(items.map(({ kind }) => kind))].sort()).toEqual([...EVIDENCE_KINDS].sort());
    expect([...new Set(items.map(({ state }) => state))].sort()).toEqual([...EVIDENCE_STATES].sort());
    const files = await db.evidenceVersion.findMany({
      select: { sha256: true, size: true, mediaType: true },
    });
    for (const file of files) {
      expect((await into.store.stat(file.sha256))?.size).toBe(Number(file.size));
    }
    expect(new Set(files.map(({ mediaType }) => mediaType)).size).toBe(5);
  });
});

describe('the proof', () => {
  test('is sufficient, stale, thin or none; one recommendation is closed and waits for its checks', async () => {
    const { recommendations, trend } = await caller.readiness.get({ planId: plan.id });
    const states = recommendations.map(({ reference, sufficiency }) => `${reference} ${sufficiency}`);
    expect(states).toEqual([
      'R1 THIN',
      'R2 THIN',
      'R3 SUFFICIENT',
      'R4 THIN',
      'R5 THIN',
      'R6 THIN',
      'R7 SUFFICIENT',
      'R8 STALE',
      'R9 NONE',
    ]);
    expect(
      recommendations.flatMap(({ reference, status }) => (status === 'CLOSED' ? [reference] : [])),
    ).toEqual(['R7']);
    expect(trend.length).toBeGreaterThan(6);
    const closed = recommendations[6]?.id ?? '';
    const { closures } = await caller.closure.get({ recommendationId: closed });
    expect(closures[0]?.checks.map(({ state, overdue }) => `${state} ${overdue}`)).toEqual([
      'WAITING false',
      'WAITING false',
    ]);
  });

  test('is asked of posts, in time, late and answered; lines of enquiry have what answers them', async () => {
    const { asks, open, overdue } = await caller.asks.list({ planId: plan.id });
    expect({ all: asks.length, open, overdue }).toEqual({ all: 3, open: 2, overdue: 1 });
    const { enquiries } = await caller.enquiries.list({ planId: plan.id });
    expect(enquiries.map(({ best }) => best.length)).toEqual([3, 3, 3, 0]);
  });
});

describe('the measures', () => {
  test('stand under five of the recommendations; one is late, one moves away, one was corrected', async () => {
    const measures = await caller.measures.list({ planId: plan.id });
    expect(measures).toHaveLength(8);
    expect(new Set(measures.map(({ recommendationNumber }) => recommendationNumber)).size).toBe(5);
    expect(measures.filter(({ isLate }) => isLate).map(({ reference }) => reference)).toEqual(['M2']);
    expect(measures.filter(({ movement }) => movement === 'AWAY').map(({ reference }) => reference)).toEqual([
      'M5',
    ]);
    for (const { spark, movement: stored, reference, ...aim } of measures) {
      expect(movement(spark, aim).movement, reference).toBe(stored);
    }
    const corrected = await caller.measures.byReference({ planId: plan.id, reference: 'M4' });
    expect(corrected.corrections).toHaveLength(1);
    const figures = await db.measurePoint.findMany({
      select: { value: true, measure: { select: { unit: true } } },
    });
    expect(figures.length).toBeGreaterThan(90);
    expect(figures.filter(({ value, measure }) => isSmallCount(Number(value), measure.unit))).toEqual([]);
    const threads = await caller.recommendations.list({ planId: plan.id });
    expect(threads.some(({ thread }) => thread.knots[3]?.state === 'WHOLE')).toBe(true);
  });
});

describe('the record', () => {
  test('the audit tells the days in order, and its chain holds', async () => {
    const events = await db.auditEvent.findMany({ orderBy: { id: 'asc' }, select: { at: true } });
    const times = events.map(({ at }) => at.getTime());
    expect(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0))).toBe(true);
    expect(Math.max(...times)).toBeLessThan(into.now.getTime());
    const verdict = await caller.audit.verify();
    expect(verdict).toMatchObject({ ok: true, rows: events.length, problem: null });
    expect(verdict.redacted.length).toBeGreaterThan(0);
  });

  test('the installation says that the sample is loaded, and a second load is refused politely', async () => {
    const before = await db.auditEvent.count();
    const row = await db.installation.findUniqueOrThrow({
      where: { id: 1 },
      select: { mode: true, sampleLoadedAt: true },
    });
    expect(row).toEqual({ mode: 'SAMPLE', sampleLoadedAt: into.now });
    await expect(loadScenario(into, northmoor)).rejects.toThrow(/has accounts already.*another data folder/);
    expect(await db.auditEvent.count()).toBe(before);
  });
});

describe('loading', () => {
  test('a story that breaks off leaves nothing in the database, and can be begun again', async () => {
    const other = await withTestDatabase();
    const target = { db: other.db, store: await folder(), now: new Date() };
    const broken = loadScenario(target, async (on) => {
      await northmoor(on);
      throw new Error('the power went');
    });
    await expect(broken).rejects.toThrow('the power went');
    expect(await other.db.user.count()).toBe(0);
    expect(await other.db.auditEvent.count()).toBe(0);
    await loadScenario(target, manyActions(250));
    expect(await other.db.action.count()).toBe(250);
    // Every action that says when it was last updated has that update.
    const begun = await other.db.action.findMany({
      where: { lastUpdateAt: { not: null } },
      select: {
        lastUpdateAt: true,
        updates: { orderBy: { createdAt: 'desc' }, select: { createdAt: true } },
      },
    });
    expect(begun.length).toBeGreaterThan(100);
    expect(
      begun.every(({ lastUpdateAt, updates }) => +(updates[0]?.createdAt ?? 0) === +(lastUpdateAt ?? 1)),
    ).toBe(true);
    expect(await other.db.evidence.count()).toBeGreaterThan(50);
    expect(await other.db.milestone.count()).toBe(100);
  });

  test('a real installation is never given a sample', async () => {
    const real = await withTestDatabase();
    await real.db.installation.create({ data: { id: 1, mode: 'REAL' }, select: { id: true } });
    const load = loadScenario({ db: real.db, store: await folder(), now: new Date() }, northmoor);
    await expect(load).rejects.toThrow(/real installation/);
    expect(await real.db.user.count()).toBe(0);
  });

  test.each(['2027-01-04T08:00:00Z', '2027-08-30T22:30:00Z'])(
    'it is the same story on %s, after a holiday or on one',
    async (now) => {
      const then = await withTestDatabase();
      await loadScenario({ db: then.db, store: await folder(), now: new Date(now) }, northmoor);
      expect(await then.db.action.count({ where: { plan: { kind: 'INSPECTION' } } })).toBe(rows.length);
    },
  );
});

describe('the position', async () => {
  const position = await caller.dashboard.position({ planId: plan.id });

  test('every figure opens a list of exactly so many actions', async () => {
    const figures: PositionFigure[] = [];
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('key' in value && 'filter' in value) figures.push(value as PositionFigure);
      else for (const part of Object.values(value)) look(part);
    };
    look(position);
    expect(figures.length).toBeGreaterThan(100);
    for (const { key, value, filter } of figures) {
      const { total } = await caller.actions.list({ planId: plan.id, filter, page: { limit: 1 } });
      expect([key, total]).toEqual([key, value]);
    }
  });

  test('breaks and evidence open lists of as many', async () => {
    const recommendations = await caller.recommendations.list({ planId: plan.id });
    for (const { at, recommendations: found } of position.breaks) {
      const broken = recommendations.filter(({ thread }) =>
        breaksAt(
          thread.knots.flatMap(({ missing }) => missing.map(({ code }) => code)),
          at,
        ),
      );
      expect([at, found?.map(({ id }) => id).sort()]).toEqual([at, broken.map(({ id }) => id).sort()]);
    }
    const { total } = await caller.evidence.list({ planId: plan.id, filter: { states: ['SUBMITTED'] } });
    expect(total).toBe(position.evidence?.submitted);
  });

  test('there is something to tell: movement since a review, moved dates, threads that break', () => {
    expect(position.previous?.words).toMatch(/^the review of /);
    expect(position.recommendations.some(({ move }) => move !== null && move !== 'SAME')).toBe(true);
    expect(position.slips.moved.value).toBeGreaterThan(0);
    expect(position.teams.length).toBeGreaterThan(3);
    expect(
      position.breaks.filter(({ recommendations }) => (recommendations?.length ?? 0) > 0).length,
    ).toBeGreaterThan(2);
  });
});

test('a small plan stands beside the large one, answered by work of both', async () => {
  const { plans, together } = await caller.plans.all();
  const send = plans.find(({ kind }) => kind === 'SEND_AREA');
  expect(send).toMatchObject({
    answeredFromOutside: 2,
    inspections: [{ kind: 'SEND_AREA', outcome: 'SEND_INCONSISTENT' }],
    figures: { actions: 4, recommendations: 4, noAction: 0 },
  });
  expect(together.actions).toBe(plans.reduce((sum, { figures }) => sum + figures.actions, 0));
  // The large plan is the newest, and opens first.
  expect((await caller.plans.list())[0]?.id).toBe(plan.id);
});
