import { type ActionFilter, actionListInput } from '@gt/contracts/schemas';
import { DELIVERY_STATUSES, type IsoDate, RAGS } from '@gt/contracts/words';
import { sql } from '@gt/db';
import { isOpenStatus } from '@gt/domain/action';
import { canOnAction } from '@gt/domain/authz';
import { addDays } from '@gt/domain/calendar';
import { calculateRag, isSilent, ragMismatch, shownRag } from '@gt/domain/rag';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromIsoDate, fromIsoDateOrNull } from '../../core/dates.ts';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { loadRawRows, type RawActionRow, toActionRow } from './action-rows.ts';
import { listActions } from './actions.repository.ts';
import { ragInput, ragThresholds } from './rag-facts.ts';

let h: Harness;
let plan: PlanFixture;
const ACTIONS = 600;
/** British Summer Time: late in the evening in UTC it is tomorrow in London. */
const SUMMER = addDays(TODAY, 120);

/** A small generator with a fixed seed, so that a failure can be seen again. */
function seeded(seed: number) {
  let state = seed;
  let around: IsoDate = TODAY;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
    /** Days around today, with the boundaries of the rules met often. */
    day: (): IsoDate | null => {
      const offset =
        next() < 0.5 ? Math.floor(next() * 5) - 2 + (next() < 0.5 ? 0 : 14) : Math.floor(next() * 120) - 60;
      return next() < 0.15 ? null : addDays(around, offset);
    },
    instant: (): Date => {
      const day = addDays(around, -Math.floor(next() * 32));
      // Some fall within an hour of midnight, where London and UTC part in summer.
      return new Date(`${day}T${next() < 0.3 ? '23:30' : '12:00'}:00.000Z`);
    },
    chance: (share: number) => next() < share,
    centre: (day: IsoDate) => {
      around = day;
    },
  };
}

async function fill() {
  const random = seeded(20_260_312);
  const teamIds = [h.teams.fostering, h.teams.permanence, h.teams.police, null];
  const rows = Array.from({ length: ACTIONS }, (_, index) => {
    random.centre(index % 2 === 0 ? TODAY : SUMMER);
    const original = random.day();
    return {
      id: newId(),
      planId: plan.planId,
      recommendationId: random.pick(plan.recommendationIds),
      number: 1000 + index,
      title: random.pick(['Recruit carers', 'Train panel members', '100% of visits on time', 'under_score']),
      detail: random.pick(['', 'With the court and its officers', "Robert'); DROP TABLE action;--"]),
      teamId: random.pick(teamIds),
      partnerTeamId: random.chance(0.1) ? h.teams.police : null,
      ownerPostId: random.pick([...Object.values(h.posts), null]),
      ownerUserId: random.chance(0.2) ? random.pick(Object.values(h.people)).userId : null,
      status: random.pick(DELIVERY_STATUSES),
      declaredRag: random.pick(RAGS),
      ragDeclaredAt: random.instant(),
      priority: random.pick(['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const),
      startDate: fromIsoDateOrNull(random.day()),
      originalDueDate: fromIsoDateOrNull(original),
      dueDate: fromIsoDateOrNull(random.chance(0.6) ? original : random.day()),
      lastUpdateAt: random.chance(0.7) ? random.instant() : null,
      createdAt: random.instant(),
      createdById: h.people.lead.userId,
      changedById: h.people.lead.userId,
      deletedAt: random.chance(0.05) ? random.instant() : null,
    };
  });
  await h.db.action.createMany({ data: rows });
  const revisions = rows.flatMap((row) =>
    Array.from({ length: random.pick([0, 0, 0, 1, 3, 5]) }, () => {
      const fromDate = fromIsoDateOrNull(random.day());
      return {
        actionId: row.id,
        fromDate,
        toDate: random.chance(0.2) ? fromDate : fromIsoDate(addDays(TODAY, 30)),
        reason: 'Panel postponed',
        changedById: h.people.lead.userId,
      };
    }),
  );
  await h.db.dateRevision.createMany({ data: revisions });
  const supporting = rows.filter(() => random.chance(0.1));
  await h.db.supportingTeam.createMany({
    data: supporting.map((row) => ({ actionId: row.id, teamId: h.teams.police })),
  });
  await fillParts(
    random,
    rows.map((row) => row.id),
  );
}

/** Milestones, predecessors, measures, and what was said of colours that differ; thresholds that are not the default. */
async function fillParts(random: ReturnType<typeof seeded>, ids: string[]) {
  const by = { createdById: h.people.lead.userId, changedById: h.people.lead.userId };
  await h.db.plan.update({
    where: { id: plan.planId },
    data: { milestoneLateDays: 10, dueSoonDays: 12, silentDays: 16, timesMoved: 3 },
    select: { id: true },
  });
  await h.db.milestone.createMany({
    data: ids.flatMap((actionId, index) => {
      random.centre(index % 2 === 0 ? TODAY : SUMMER);
      return Array.from({ length: random.pick([0, 0, 0, 1, 1, 2]) }, () => ({
        actionId,
        title: 'Panel met',
        dueDate: fromIsoDate(random.day() ?? TODAY),
        doneOn: random.chance(0.5) ? fromIsoDate(TODAY) : null,
        deletedAt: random.chance(0.1) ? random.instant() : null,
        ...by,
      }));
    }),
  });
  await h.db.actionDependency.createMany({
    data: ids
      .slice(1)
      .flatMap((successorId, index) =>
        random.chance(0.1)
          ? [{ predecessorId: ids[index] ?? '', successorId, createdById: by.createdById }]
          : [],
      ),
  });
  const measures = ['AWAY', 'TOWARDS', 'AWAY'] as const;
  for (const [index, movement] of measures.entries()) {
    const measure = await h.db.measure.create({
      data: {
        planId: plan.planId,
        recommendationId: plan.recommendationIds[0] ?? '',
        number: index + 1,
        name: `Measure ${index + 1}`,
        direction: 'HIGHER_IS_BETTER',
        frequency: 'MONTHLY',
        movement,
        // The last one is in the bin: it turns no colour.
        deletedAt: index === 2 ? new Date() : null,
        ...by,
      },
      select: { id: true },
    });
    await h.db.actionMeasure.createMany({
      data: ids.filter(() => random.chance(0.15)).map((actionId) => ({ actionId, measureId: measure.id })),
    });
  }
  for (const id of ids.filter(() => random.chance(0.3))) {
    await h.db.action.update({
      where: { id },
      data: {
        mismatchReason: 'Agreed with the chair.',
        mismatchDeclared: random.pick(['RED', 'AMBER', 'GREEN', 'NONE']),
        mismatchCalculated: random.pick(['RED', 'AMBER']),
      },
      select: { id: true },
    });
  }
}

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  await fill();
});

const scopeOf = (person: Person, today = TODAY) => guard(h.ctxAs(person, today), 'action.read');

async function everything(person: Person, today: IsoDate) {
  return loadRawRows(
    h.db,
    scopeOf(person, today),
    sql`SELECT a."id" FROM "action" a WHERE a."planId" = ${plan.planId} AND a."deletedAt" IS NULL`,
  );
}

async function listed(person: Person, filter: ActionFilter, today = TODAY): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const input = actionListInput.parse({ planId: plan.planId, filter, page: { cursor, limit: 200 } });
    const { rows, nextCursor } = await listActions(h.db, scopeOf(person, today), input);
    ids.push(...rows.map((row) => row.id));
    cursor = nextCursor;
  }
  return ids.sort();
}

describe.each([TODAY, SUMMER])('on %s the rules in SQL equal the rules of the domain', (today) => {
  const lead = () => h.people.lead;
  const idsOf = async (keep: (row: RawActionRow) => boolean) =>
    (await everything(lead(), today))
      .filter(keep)
      .map((row) => row.id)
      .sort();
  const calculated = (row: RawActionRow) => calculateRag(ragInput(row), ragThresholds(row), today);

  it.each(RAGS)('calculated %s', async (rag) => {
    const expected = await idsOf((row) => calculated(row).rag === rag);
    expect(expected.length).toBeGreaterThan(5);
    expect(await listed(lead(), { calculatedRags: [rag] }, today)).toEqual(expected);
  });

  it('every part of the rule decides the colour of some action', async () => {
    const all = (await everything(lead(), today)).map((row) => calculated(row).reasons);
    const deciding = all.map((reasons) => {
      const [first, second] = reasons;
      return first && second?.rag !== first.rag ? first.code : null;
    });
    expect(new Set(deciding.filter((code) => code !== null))).toEqual(
      new Set([
        'PAST_DUE',
        'MILESTONE_LATE',
        'PAST_ORIGINAL_DUE',
        'MOVED_OFTEN',
        'DUE_SOON_MILESTONE_OPEN',
        'SILENT',
        'PREDECESSOR_LATE',
        'MEASURE_MOVING_AWAY',
      ]),
    );
  });

  it.each(RAGS)('shown %s', async (rag) => {
    expect(await listed(lead(), { rags: [rag] }, today)).toEqual(await idsOf((row) => shownRag(row) === rag));
  });

  it('silent and mismatched', async () => {
    const isQuiet = (row: RawActionRow) => isSilent(ragInput(row), row.silentDays, today);
    expect(await listed(lead(), { silent: true }, today)).toEqual(await idsOf(isQuiet));
    const isMismatch = (row: RawActionRow) => ragMismatch(shownRag(row), calculated(row)).isMismatch;
    expect(await listed(lead(), { mismatch: true }, today)).toEqual(await idsOf(isMismatch));
    const scope = scopeOf(lead(), today);
    const isUnexplained = (row: RawActionRow) =>
      isMismatch(row) && toActionRow(scope, row).mismatchReason === '';
    const unexplained = await idsOf(isUnexplained);
    expect(unexplained.length).toBeLessThan((await idsOf(isMismatch)).length);
    expect(await listed(lead(), { mismatch: 'UNEXPLAINED' }, today)).toEqual(unexplained);
  });

  it('overdue and due in 14 days', async () => {
    const isDue = (row: RawActionRow, from: string, to: string) =>
      isOpenStatus(row.status) && row.dueDate !== null && row.dueDate >= from && row.dueDate <= to;
    expect(await listed(lead(), { due: 'OVERDUE' }, today)).toEqual(
      await idsOf((row) => isDue(row, '0000-01-01', addDays(today, -1))),
    );
    expect(await listed(lead(), { due: 'DUE_14' }, today)).toEqual(
      await idsOf((row) => isDue(row, today, addDays(today, 14))),
    );
  });
});

describe('who sees what', () => {
  it('shows each role exactly what canOnAction allows', async () => {
    const live = await h.db.action.findMany({
      where: { planId: plan.planId, deletedAt: null },
      select: {
        id: true,
        teamId: true,
        partnerTeamId: true,
        ownerPostId: true,
        ownerUserId: true,
        supporting: { select: { teamId: true } },
      },
    });
    const { administrator: _none, ...readers } = h.people;
    for (const person of Object.values(readers)) {
      const expected = live
        .filter(
          (row) =>
            canOnAction(person, 'action.read', {
              ...row,
              supportingTeamIds: row.supporting.map((item) => item.teamId),
            }).ok,
        )
        .map((row) => row.id);
      expect(await listed(person, {})).toEqual(expected.sort());
    }
    expect((await listed(h.people.partner, {})).length).toBeLessThan(live.length / 2);
  });
});

describe('the list', () => {
  const list = (input: Record<string, unknown>, person = h.people.lead) =>
    h.callerAs(person).actions.list({ planId: plan.planId, ...input });

  it('refuses a plan that is not there, and more than 200 rows at once', async () => {
    expect((await problemOf(h.callerAs(h.people.lead).actions.list({ planId: newId() }))).code).toBe(
      'NOT_FOUND',
    );
    expect((await problemOf(list({ page: { limit: 201 } }))).code).toBe('INVALID');
  });

  it('asks the database as often for 200 rows as for one', async () => {
    const few = await statements(() => list({ page: { limit: 1 } }));
    const many = await statements(() => list({ page: { limit: 200 } }));
    expect(few).toBe(2);
    expect(many).toBe(few);
  });
});

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

describe('what pickers offer', () => {
  it('is all there is for those who assign, and only what occurs on their actions for a partner', async () => {
    const lead = await h.callerAs(h.people.lead).actions.filters({ planId: plan.planId });
    expect(lead.teams.map((team) => team.name)).toEqual(['Fostering', 'Permanence and Adoption', 'Police']);
    expect(lead.posts).toContainEqual(
      expect.objectContaining({ title: 'Head of Fostering', holder: 'Head of Fostering, holder 1' }),
    );
    const own = await h.makePlan();
    const ofOwn = await h.callerAs(h.people.lead).actions.filters({ planId: own.planId });
    expect(ofOwn.people.map((person) => person.name)).not.toContain('Administrator');
    expect(ofOwn.people.map((person) => person.name)).toContain('Head of Fostering, holder 1');
    await h.makeAction(own, { teamId: h.teams.police });
    await h.makeAction(own, { teamId: h.teams.permanence });
    const partner = await h.callerAs(h.people.partner).actions.filters({ planId: own.planId });
    expect(partner.teams.map((team) => team.name)).toEqual(['Police']);
    expect(partner.people).toEqual([]);
    expect(partner.recommendations).toHaveLength(1);
  });
});

describe('my actions', () => {
  it('are grouped by what presses most, each once', async () => {
    const person = await h.makeUser('Placement Officer, holder 1', ['CONTRIBUTOR']);
    const own = await h.makePlan();
    const make = (more: Record<string, unknown>) =>
      h.makeAction(own, {
        ownerUserId: person.userId,
        status: 'IN_PROGRESS',
        lastUpdateAt: new Date('2026-03-10T09:00:00Z'),
        ...more,
      });
    await make({ title: 'late', dueDate: fromIsoDate(addDays(TODAY, -1)) });
    await make({ title: 'today', dueDate: fromIsoDate(TODAY) });
    await make({ title: 'quiet', lastUpdateAt: new Date('2026-02-01T09:00:00Z') });
    await make({ title: 'rest' });
    await make({ title: 'closed', status: 'CLOSED' });
    const { groups, total } = await h.callerAs(person).actions.mine();
    expect(total).toBe(4);
    expect(groups.map(({ group, actions }) => [group, actions.map((action) => action.title)])).toEqual([
      ['OVERDUE', ['late']],
      ['DUE_14', ['today']],
      ['SILENT', ['quiet']],
      ['RETURNED', []],
      ['REST', ['rest']],
    ]);
    expect(groups[0]?.actions[0]?.planName).toBe('Northmoor ILACS plan');
  });

  it('of a manager are those of the team; of a contributor in it only their own', async () => {
    const team = h.teams.fostering;
    const mine = async (person: Person) =>
      (await h.callerAs(person).actions.mine()).groups.flatMap((group) => group.actions);
    expect((await mine(h.people.manager)).some((action) => action.team?.id === team)).toBe(true);
    const ofContributor = await mine(h.people.contributor);
    expect(
      ofContributor.every(
        (action) =>
          action.ownerPost?.id === h.posts.fosteringOfficer ||
          action.ownerUser?.id === h.people.contributor.userId,
      ),
    ).toBe(true);
  });
});
