import { BOARD_GROUPS, type BoardGroup } from '@gt/contracts/schemas';
import { ACCEPTANCES, DELIVERY_STATUSES, PRIORITIES, RAGS } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromIsoDate } from '../../core/dates.ts';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

let h: Harness;
let plan: PlanFixture;
const ACTIONS = 240;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  const teamIds = [h.teams.fostering, h.teams.permanence, h.teams.police, null];
  const rows = Array.from({ length: ACTIONS }, (_, index) => {
    const due = index % 7 === 0 ? null : fromIsoDate(addDays(TODAY, ((index * 13) % 90) - 30));
    return {
      id: newId(),
      planId: plan.planId,
      recommendationId: at(plan.recommendationIds, index),
      number: 100 + index,
      title: index % 5 === 0 ? 'Train panel members' : 'Recruit carers',
      teamId: at(teamIds, index),
      ownerPostId: at([...Object.values(h.posts), null], index),
      ownerUserId: index % 11 === 0 ? h.people.contributor.userId : null,
      status: at(DELIVERY_STATUSES, index),
      declaredRag: at(RAGS, index * 3),
      priority: at(PRIORITIES, index),
      acceptance: at(ACCEPTANCES, index * 3),
      startDate: index % 9 === 0 ? null : fromIsoDate(addDays(TODAY, -60)),
      originalDueDate: due,
      dueDate: due,
      createdById: h.people.lead.userId,
      changedById: h.people.lead.userId,
      deletedAt: index % 23 === 0 ? new Date() : null,
    };
  });
  await h.db.action.createMany({ data: rows });
});

const as = (person: Person = h.people.lead) => h.callerAs(person).actions;
const board = (by: BoardGroup, filter = {}, person?: Person) =>
  as(person).board({ planId: plan.planId, by, filter });

/** Every row of the table under a filter, in order of reference. */
async function tableRows(filter = {}, person?: Person) {
  const rows = [];
  for (let cursor: string | undefined; ; ) {
    const page = await as(person).list({ planId: plan.planId, filter, page: { cursor, limit: 200 } });
    rows.push(...page.rows);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

/** Every card of a column, over all its pages. */
async function cardsOf(by: BoardGroup, key: string, filter = {}, person?: Person) {
  const cards = [];
  for (let after = null; ; ) {
    const page = await as(person).boardColumn({ planId: plan.planId, by, key, filter, after });
    cards.push(...page.rows);
    if (!page.next) return cards;
    after = page.next as never;
  }
}

/** Statements run by `work`, counted where the client hands them to the driver. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const db = h.db as unknown as { $queryRaw: (...args: unknown[]) => unknown };
  const asked = db.$queryRaw;
  let count = 0;
  db.$queryRaw = (...args) => {
    count += 1;
    return asked.apply(h.db, args);
  };
  try {
    await work();
  } finally {
    db.$queryRaw = asked;
  }
  return count;
}

describe('the board', () => {
  it.each(BOARD_GROUPS)('by %s shows the actions of the table, each in one column', async (by) => {
    const rows = await tableRows();
    const { columns, total, all } = await board(by);
    expect(total).toBe(rows.length);
    expect(all).toBe(rows.length);
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    const found = [];
    for (const column of columns) {
      const cards = await cardsOf(by, column.key);
      expect(cards).toHaveLength(column.count);
      expect(column.cards?.rows.map(({ id }) => id)).toEqual(cards.slice(0, 15).map(({ id }) => id));
      found.push(...cards);
    }
    expect(found.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it('keeps the table’s filter, and says how many there are in all', async () => {
    const filter = { q: 'panel', statuses: ['IN_PROGRESS', 'CLOSED'] as const };
    const rows = await tableRows(filter);
    const { columns, total, all } = await board('status', filter);
    expect(total).toBe(rows.length);
    expect(all).toBeGreaterThan(total);
    expect(columns.filter(({ count }) => count > 0).map(({ key }) => key)).toEqual(['IN_PROGRESS', 'CLOSED']);
  });

  it('has a column for every status and colour, also when nothing stands in it', async () => {
    const nothing = { q: 'no such words' };
    const keys = async (by: BoardGroup) => (await board(by, nothing)).columns.map(({ key }) => key);
    expect(await keys('status')).toEqual([...DELIVERY_STATUSES]);
    expect(await keys('rag')).toEqual([...RAGS]);
    expect(await keys('team')).toEqual([]);
  });

  it('goes by the colour that is shown: what is closed is blue, whatever was declared', async () => {
    const blue = await cardsOf('rag', 'BLUE');
    expect(blue.length).toBeGreaterThan(0);
    expect(blue.every(({ status }) => status === 'CLOSED')).toBe(true);
  });

  it('puts no team and no owner first, then teams by name', async () => {
    const { columns } = await board('team');
    expect(columns.map(({ name }) => name)).toEqual(['', 'Fostering', 'Permanence and Adoption', 'Police']);
    const owners = (await board('owner')).columns;
    expect(owners[0]).toMatchObject({ key: '', name: '' });
    expect(owners).toContainEqual(
      expect.objectContaining({ name: 'Head of Fostering', holder: 'Head of Fostering, holder 1' }),
    );
  });

  it('puts the soonest due first and what has no date last', async () => {
    const cards = await cardsOf('team', h.teams.fostering);
    const days = cards.map(({ dueDate }) => dueDate ?? '9999');
    expect(days).toEqual(days.toSorted());
    expect(days.at(-1)).toBe('9999');
  });

  it('shows a partner only what is theirs', async () => {
    const rows = await tableRows({}, h.people.partner);
    const { columns, total, all } = await board('team', {}, h.people.partner);
    expect([total, all]).toEqual([rows.length, rows.length]);
    expect(columns.map(({ name }) => name)).toEqual(['Police']);
    expect(await cardsOf('team', h.teams.fostering, {}, h.people.partner)).toEqual([]);
  });

  it('asks the database three times, whatever it shows, and once for more of a column', async () => {
    for (const by of BOARD_GROUPS) expect(await statements(() => board(by))).toBe(3);
    expect(await statements(() => board('team', { q: 'no such words' }))).toBe(3);
    const column = { planId: plan.planId, by: 'team' as const, key: h.teams.fostering, after: null };
    expect(await statements(() => as().boardColumn(column))).toBe(1);
  });

  it('refuses a plan that is not there; a column that is not there is empty', async () => {
    const missing = as().board({ planId: newId(), by: 'status' });
    expect((await problemOf(missing)).code).toBe('NOT_FOUND');
    expect(await cardsOf('team', 'no-such-team')).toEqual([]);
  });
});

describe('the timeline', () => {
  const timeline = (more: object = {}, person?: Person) =>
    as(person).timeline({ planId: plan.planId, ...more });

  it('shows the actions of the table in order of reference, page after page', async () => {
    const rows = await tableRows();
    const found = [];
    for (let after = null; ; ) {
      const page = await timeline({ limit: 60, after });
      expect(page.total).toBe(rows.length);
      found.push(...page.rows);
      if (!page.next) break;
      after = page.next as never;
    }
    expect(found.map(({ reference }) => reference)).toEqual(rows.map(({ reference }) => reference));
    expect(found.map(({ dueDate, daysOverdue, declaredRag }) => [dueDate, daysOverdue, declaredRag])).toEqual(
      rows.map(({ dueDate, daysOverdue, declaredRag }) => [dueDate, daysOverdue, declaredRag]),
    );
  });

  it('keeps the table’s filter; span and recommendations are of what it lets through', async () => {
    const filter = { recommendationId: plan.recommendationIds[1] };
    const rows = await tableRows(filter);
    const page = await timeline({ filter });
    expect(page.rows).toHaveLength(rows.length);
    expect(page.all).toBeGreaterThan(page.total);
    expect(page.recommendations.map(({ reference }) => reference)).toEqual(['R2']);
    const days = rows
      .flatMap((row) => [row.startDate, row.dueDate, row.originalDueDate])
      .filter((day) => day);
    expect(page.span).toEqual({ from: days.toSorted()[0], to: days.toSorted().at(-1) });
    expect((await timeline({ filter: { q: 'no such words' } })).span).toBeNull();
  });

  it('carries milestones in order of date and what each action waits for', async () => {
    const own = await h.makePlan();
    const late = fromIsoDate(addDays(TODAY, -3));
    const first = await h.makeAction(own, { dueDate: late });
    const done = await h.makeAction(own, { status: 'CLOSED', dueDate: late });
    const next = await h.makeAction(own);
    const gone = await h.makeAction(own, { deletedAt: new Date() });
    await h.db.actionDependency.createMany({
      data: [first, done, gone].map(({ id }) => ({
        predecessorId: id,
        successorId: next.id,
        createdById: h.people.lead.userId,
      })),
    });
    const by = { createdById: h.people.lead.userId, changedById: h.people.lead.userId };
    await h.db.milestone.createMany({
      data: [
        { actionId: next.id, title: 'Panel trained', dueDate: new Date('2026-04-10'), ...by },
        {
          actionId: next.id,
          title: 'Advert out',
          dueDate: new Date('2026-03-02'),
          doneOn: new Date('2026-03-01'),
          ...by,
        },
        { actionId: next.id, title: 'Withdrawn', dueDate: late, deletedAt: new Date(), ...by },
      ],
    });
    const { rows } = await as().timeline({ planId: own.planId });
    const row = rows.find(({ id }) => id === next.id);
    expect(row?.milestones.map(({ title, dueDate, doneOn }) => [title, dueDate, doneOn])).toEqual([
      ['Advert out', '2026-03-02', '2026-03-01'],
      ['Panel trained', '2026-04-10', null],
    ]);
    expect(row?.waitsFor.map(({ reference, isLate, isOver }) => [reference, isLate, isOver])).toEqual([
      [`R1.A${first.number}`, true, false],
      [`R1.A${done.number}`, false, true],
    ]);
  });

  it('shows a partner only what is theirs', async () => {
    const rows = await tableRows({}, h.people.partner);
    const page = await timeline({}, h.people.partner);
    expect(page.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(page.all).toBe(rows.length);
  });

  it('asks the database as often for 300 rows as for one; more at once are refused', async () => {
    expect(await statements(() => timeline({ limit: 1 }))).toBe(5);
    expect(await statements(() => timeline({ limit: 300 }))).toBe(5);
    expect((await problemOf(timeline({ limit: 301 }))).code).toBe('INVALID');
    expect((await problemOf(as().timeline({ planId: newId() }))).code).toBe('NOT_FOUND');
  });
});
