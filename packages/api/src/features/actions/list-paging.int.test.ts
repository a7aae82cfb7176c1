import { ACTION_GROUPS, ACTION_SORTS } from '@gt/contracts/schemas';
import { DELIVERY_STATUSES, PRIORITIES, RAGS } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromIsoDate } from '../../core/dates.ts';
import { newId } from '../../core/new-id.ts';
import { type Harness, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

let h: Harness;
let plan: PlanFixture;
const ACTIONS = 60;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  const teams = [h.teams.fostering, h.teams.permanence, null];
  await h.db.action.createMany({
    data: Array.from({ length: ACTIONS }, (_, n) => ({
      id: newId(),
      planId: plan.planId,
      recommendationId: plan.recommendationIds[n % 2] ?? '',
      number: 100 + n,
      // Few values, so that most rows tie and only the reference parts them.
      title: ['Recruit carers', 'train PANEL members', 'Ångström’s “visits”'][n % 3] ?? '',
      teamId: teams[n % 3] ?? null,
      ownerPostId: n % 4 === 0 ? h.posts.headOfFostering : null,
      ownerUserId: n % 4 === 1 ? h.people.manager.userId : null,
      status: DELIVERY_STATUSES[n % 4] ?? 'CLOSED',
      declaredRag: RAGS[n % 5] ?? 'NONE',
      priority: PRIORITIES[n % 4] ?? 'LOW',
      dueDate: n % 5 === 0 ? null : fromIsoDate(addDays(TODAY, (n % 7) * 20 - 30)),
      startDate: n % 3 === 0 ? null : fromIsoDate(addDays(TODAY, -(n % 4))),
      lastUpdateAt: n % 4 === 0 ? null : new Date(Date.UTC(2026, 2, 1, n % 3, 30, 0, n % 2)),
      createdById: h.people.lead.userId,
      changedById: h.people.lead.userId,
    })),
  });
});

type Input = Parameters<ReturnType<Harness['callerAs']>['actions']['list']>[0];
const list = (input: Omit<Input, 'planId'>) =>
  h.callerAs(h.people.lead).actions.list({ planId: plan.planId, ...input });

async function inPages(input: Omit<Input, 'planId' | 'page'>, limit: number) {
  const pages = [];
  for (let cursor: string | undefined; ; ) {
    const page = await list({ ...input, page: { cursor, limit } });
    pages.push(page);
    if (page.nextCursor === null) return pages;
    cursor = page.nextCursor;
  }
}

describe('pages', () => {
  it.each(ACTION_SORTS)(
    'by %s, either way, have no gap and no overlap, and what is empty comes last',
    async (by) => {
      for (const descending of [false, true]) {
        const sort = { by, descending };
        const whole = await list({ sort, page: { limit: 200 } });
        const pages = await inPages({ sort }, 7);
        expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(whole.rows.map(({ id }) => id));
        expect(new Set(whole.rows.map(({ id }) => id)).size).toBe(ACTIONS);
        if (by === 'dueDate' || by === 'startDate' || by === 'lastUpdateAt') {
          const values = whole.rows.map((row) => row[by] ?? '');
          const filled = values.filter((value) => value !== '');
          expect(values.slice(filled.length).every((value) => value === '')).toBe(true);
          expect(filled).toEqual(descending ? [...filled].sort().reverse() : [...filled].sort());
        }
      }
    },
  );

  it.each(ACTION_GROUPS)('gathered by %s come group by group, each group as counted', async (groupBy) => {
    const pages = await inPages({ groupBy, sort: { by: 'dueDate', descending: true } }, 11);
    const keys = pages.flatMap((page) => page.groupKeys);
    expect(keys).toHaveLength(ACTIONS);
    const groups = pages[0]?.groups ?? [];
    expect(keys).toEqual(groups.flatMap(({ key, count }) => Array.from({ length: count }, () => key)));
    expect(groups.every(({ label }) => label !== '')).toBe(true);
    expect(pages.slice(1).every((page) => page.groups.length === 0)).toBe(true);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(ACTIONS);
  });

  it('name groups as people do', async () => {
    const labels = async (groupBy: (typeof ACTION_GROUPS)[number]) =>
      (await list({ groupBy })).groups.map(({ label }) => label);
    expect(await labels('team')).toEqual(['Fostering', 'Permanence and Adoption', 'No team']);
    expect(await labels('owner')).toEqual(['Head of Fostering', 'Head of Fostering, holder 1', 'No owner']);
    expect((await labels('recommendation'))[0]).toBe('R1 The effectiveness of the fostering service');
    expect((await labels('dueMonth')).at(-1)).toBe('No due date');
    expect(await labels('dueMonth')).toContain('March 2026');
    expect((await labels('rag'))[0]).toBe('Off track');
  });

  it('go on where they were though rows come and go meanwhile', async () => {
    const sort = { by: 'title', descending: false } as const;
    const whole = await list({ sort, page: { limit: 200 } });
    const first = await list({ sort, page: { limit: 10 } });
    const gone = first.rows[3]?.id ?? '';
    await h.db.action.update({ where: { id: gone }, data: { deletedAt: new Date() }, select: { id: true } });
    const added = await h.makeAction(plan, { title: 'AAA first of all' });
    const second = await list({ sort, page: { limit: 10, cursor: first.nextCursor ?? '' } });
    expect(second.rows.map(({ id }) => id)).toEqual(whole.rows.slice(10, 20).map(({ id }) => id));
    await h.db.action.update({ where: { id: gone }, data: { deletedAt: null }, select: { id: true } });
    await h.db.action.update({
      where: { id: added.id },
      data: { deletedAt: new Date() },
      select: { id: true },
    });
  });

  it('refuse a cursor of another order, and one that somebody made up, in words', async () => {
    const { nextCursor } = await list({ sort: { by: 'dueDate' }, page: { limit: 5 } });
    const made = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const [by, cursor] of [
      ['title', nextCursor ?? ''],
      ['dueDate', 'nonsense'],
      ['dueDate', made(['dueDate', '31 February', '1', '2'].map((part, n) => (n === 0 ? ' dueDate' : part)))],
      ['dueDate', made([' dueDate', "2026-03-12'; DROP TABLE action; --", '1', '2'])],
      ['dueDate', made([' dueDate', '2026-03-12', '99999999999999', '2'])],
      ['title', made([' title', 'a\u0000b', '1', '2'])],
    ] as const) {
      const problem = await problemOf(list({ sort: { by }, page: { cursor } }));
      expect(problem).toMatchObject({ code: 'INVALID', message: expect.stringMatching(/first page/) });
    }
  });
});

describe('a stale link', () => {
  it('answers with no rows and says what is no longer there', async () => {
    const sentence = (what: string) => expect.stringContaining(`A ${what} in this filter is no longer there`);
    expect(await list({ filter: { teamIds: [newId()] } })).toMatchObject({
      rows: [],
      total: 0,
      stale: [sentence('team')],
    });
    const closed = await h.db.team.create({
      data: { name: 'Closed team', archivedAt: new Date() },
      select: { id: true },
    });
    expect((await list({ filter: { supportingTeamIds: [closed.id] } })).stale).toEqual([sentence('team')]);
    const many = { ownerPostIds: [newId()], ownerUserIds: [newId()], recommendationIds: [newId()] };
    expect((await list({ filter: many })).stale).toEqual([
      sentence('person'),
      sentence('post'),
      sentence('recommendation'),
    ]);
    expect((await list({ filter: { teamIds: [h.teams.fostering] } })).stale).toEqual([]);
  });

  it('of a closed team shows what the team still has', async () => {
    const closed = await h.db.team.create({
      data: { name: 'Closing team', archivedAt: new Date() },
      select: { id: true },
    });
    const { id } = await h.makeAction(plan, { teamId: closed.id });
    expect(await list({ filter: { teamIds: [closed.id] } })).toMatchObject({ total: 1, stale: [] });
    await h.db.action.update({ where: { id }, data: { deletedAt: new Date() }, select: { id: true } });
  });
});
