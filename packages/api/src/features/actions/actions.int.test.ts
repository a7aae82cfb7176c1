import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Harness, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
});

const key = () => newId();

describe('creating an action', () => {
  it('gives the next number, keeps the first due date as the original and says so in the history', async () => {
    const lead = h.callerAs(h.people.lead);
    const made = await lead.actions.create({
      recommendationId: plan.recommendationIds[1] ?? '',
      title: '  Hold a permanence panel every fortnight ',
      teamId: h.teams.permanence,
      ownerPostId: h.posts.headOfPermanence,
      dueDate: '2026-05-01',
      idempotencyKey: key(),
    });
    expect(made).toMatchObject({ reference: 'R2.A1', version: 1 });
    const detail = await lead.actions.get({ actionId: made.id });
    expect(detail).toMatchObject({
      title: 'Hold a permanence panel every fortnight',
      originalDueDate: '2026-05-01',
      dueDate: '2026-05-01',
      team: { name: 'Permanence and Adoption' },
      ownerPost: { title: 'Head of Permanence', holder: 'Head of Permanence, holder 1' },
      status: 'NOT_STARTED',
      createdBy: 'Programme Lead',
      evidence: { total: 0 },
    });
    const { entries } = await lead.actions.history({ actionId: made.id });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ who: 'Programme Lead', words: 'added the action' });
    expect(entries[0]?.changes).toContainEqual({ field: 'Owner (post)', from: '', to: 'Head of Permanence' });
    expect(entries[0]?.changes).toContainEqual({ field: 'Due date', from: '', to: '1 May 2026' });
    const same = await lead.actions.byReference({ planId: plan.planId, reference: 'r2.a1' });
    expect(same.id).toBe(made.id);
  });

  it('gives one action for one intent, in parallel and in series', async () => {
    const lead = h.callerAs(h.people.lead);
    const input = {
      recommendationId: plan.recommendationIds[1] ?? '',
      title: 'One intent',
      idempotencyKey: key(),
    };
    const made = await Promise.all(Array.from({ length: 8 }, () => lead.actions.create(input)));
    made.push(await lead.actions.create(input));
    expect(new Set(made.map((action) => action.id)).size).toBe(1);
    expect(await h.db.action.count({ where: { title: 'One intent' } })).toBe(1);
  });

  it('never gives the same number twice', async () => {
    const lead = h.callerAs(h.people.lead);
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        lead.actions.create({
          recommendationId: plan.recommendationIds[1] ?? '',
          title: `Parallel ${index}`,
          idempotencyKey: key(),
        }),
      ),
    );
    expect(new Set(made.map((action) => action.reference)).size).toBe(12);
  });

  it('refuses bad input beside its field', async () => {
    const problem = await problemOf(
      h.callerAs(h.people.lead).actions.create({
        recommendationId: plan.recommendationIds[0] ?? '',
        title: ' ',
        startDate: '2026-05-01',
        dueDate: '2026-04-01',
        idempotencyKey: key(),
      }),
    );
    expect(problem.code).toBe('INVALID');
    expect(problem.fields).toEqual([
      { field: 'title', message: 'Enter what will be done' },
      { field: 'dueDate', message: 'The due date must be the same as or after the start date' },
    ]);
  });

  it('lets a manager add to their own team and no other', async () => {
    const manager = h.callerAs(h.people.manager);
    const input = { recommendationId: plan.recommendationIds[0] ?? '', title: 'A manager adds' };
    const made = await manager.actions.create({
      ...input,
      teamId: h.teams.fostering,
      idempotencyKey: key(),
    });
    expect(made.version).toBe(1);
    const other = await problemOf(
      manager.actions.create({ ...input, teamId: h.teams.permanence, idempotencyKey: key() }),
    );
    expect(other.code).toBe('NOT_ALLOWED');
    const foreignPost = await problemOf(
      manager.actions.create({
        ...input,
        teamId: h.teams.fostering,
        ownerPostId: h.posts.headOfPermanence,
        idempotencyKey: key(),
      }),
    );
    expect(foreignPost.message).toContain('A manager assigns within their own teams');
  });
});

describe('writing at a version', () => {
  it('lets one of 50 racers win; the others are told who won and what it says now', async () => {
    const { id, version } = await h.makeAction(plan, { teamId: h.teams.fostering });
    const lead = h.callerAs(h.people.lead);
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        lead.actions.edit({
          actionId: id,
          version,
          title: `Racer ${index}`,
          detail: '',
          successMeasure: '',
          priority: 'HIGH',
          startDate: null,
        }),
      ),
    );
    const won = results.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    const now = await lead.actions.get({ actionId: id });
    expect(now.version).toBe(version + 1);
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      const problem = await problemOf(Promise.reject(result.reason));
      expect(problem.code).toBe('CONFLICT');
      expect(problem.current).toMatchObject({
        version: version + 1,
        changedBy: 'Programme Lead',
        values: { title: now.title, priority: 'HIGH' },
      });
    }
    const { entries } = await lead.actions.history({ actionId: id });
    expect(entries).toHaveLength(1);
  });

  it('writes nothing when nothing changes', async () => {
    const { id, version } = await h.makeAction(plan, { teamId: h.teams.fostering, title: 'Same' });
    const lead = h.callerAs(h.people.lead);
    const written = await lead.actions.edit({
      actionId: id,
      version,
      title: 'Same',
      detail: '',
      successMeasure: '',
      priority: 'MEDIUM',
      startDate: '2026-02-02',
    });
    expect(written.version).toBe(version);
    expect((await lead.actions.history({ actionId: id })).total).toBe(0);
  });
});

describe('due dates', () => {
  it('keeps the original and every revision with who and why', async () => {
    const { id, version } = await h.makeAction(plan);
    const lead = h.callerAs(h.people.lead);
    const refused = await problemOf(
      lead.actions.changeDueDate({ actionId: id, version, dueDate: '2026-06-30', reason: 'late' }),
    );
    expect(refused.fields).toEqual([
      { field: 'reason', message: 'The reason must be at least 10 characters.' },
    ]);
    const first = await lead.actions.changeDueDate({
      actionId: id,
      version,
      dueDate: '2026-06-30',
      reason: 'Two panels were postponed',
    });
    await lead.actions.changeDueDate({
      actionId: id,
      version: first.version,
      dueDate: '2026-07-31',
      reason: 'Agreed by the board on 9 March',
    });
    const detail = await lead.actions.get({ actionId: id });
    expect(detail).toMatchObject({ originalDueDate: '2026-04-30', dueDate: '2026-07-31', timesMoved: 2 });
    expect(detail.dateRevisions.map(({ fromDate, toDate }) => [fromDate, toDate])).toEqual([
      ['2026-04-30', '2026-06-30'],
      ['2026-06-30', '2026-07-31'],
    ]);
    expect(detail.dateRevisions[0]).toMatchObject({
      changedBy: 'Programme Lead',
      reason: 'Two panels were postponed',
    });
    expect(detail.calculatedReasons).toContain('Due date moved twice');
    const { entries } = await lead.actions.history({ actionId: id });
    expect(entries[0]?.changes).toContainEqual({
      field: 'Due date',
      from: '30 June 2026',
      to: '31 July 2026',
    });
  });

  it('is for the programme lead', async () => {
    const { id, version } = await h.makeAction(plan, { teamId: h.teams.fostering });
    const problem = await problemOf(
      h.callerAs(h.people.manager).actions.changeDueDate({
        actionId: id,
        version,
        dueDate: '2026-06-30',
        reason: 'Two panels were postponed',
      }),
    );
    expect(problem.code).toBe('NOT_ALLOWED');
  });
});

describe('assigning', () => {
  it('asks for a reason when work changes hands, and tells the history in names', async () => {
    const { id, version } = await h.makeAction(plan, {
      teamId: h.teams.fostering,
      ownerPostId: h.posts.headOfFostering,
    });
    const lead = h.callerAs(h.people.lead);
    const input = {
      actionId: id,
      version,
      teamId: h.teams.permanence,
      ownerPostId: h.posts.headOfPermanence,
      ownerUserId: null,
      partnerTeamId: h.teams.police,
      supportingTeamIds: [h.teams.fostering],
    };
    const refused = await problemOf(lead.actions.assign(input));
    expect(refused.fields).toEqual([{ field: 'reason', message: 'Enter why the action changes hands' }]);
    await lead.actions.assign({ ...input, reason: 'The work belongs with permanence' });
    const detail = await lead.actions.get({ actionId: id });
    expect(detail.supportingTeams).toEqual([{ id: h.teams.fostering, name: 'Fostering' }]);
    const { entries } = await lead.actions.history({ actionId: id });
    expect(entries[0]?.changes).toEqual([
      { field: 'Team', from: 'Fostering', to: 'Permanence and Adoption' },
      { field: 'Taken on', from: 'Not given to a team', to: 'Waiting for the team' },
      { field: 'Owner (post)', from: 'Head of Fostering', to: 'Head of Permanence' },
      { field: 'Partner agency', from: '', to: 'Police' },
      { field: 'Supporting teams', from: '', to: 'Fostering' },
      { field: 'Reason', from: '', to: 'The work belongs with permanence' },
    ]);
  });

  it('refuses a team as partner agency and a person who cannot update', async () => {
    const { id, version } = await h.makeAction(plan);
    const lead = h.callerAs(h.people.lead);
    const nobody = {
      actionId: id,
      version,
      teamId: null,
      ownerPostId: null,
      ownerUserId: null,
      partnerTeamId: null,
      supportingTeamIds: [],
    };
    const team = await problemOf(lead.actions.assign({ ...nobody, partnerTeamId: h.teams.fostering }));
    expect(team.fields?.[0]?.field).toBe('partnerTeamId');
    const viewer = await problemOf(lead.actions.assign({ ...nobody, ownerUserId: h.people.viewer.userId }));
    expect(viewer.fields?.[0]?.field).toBe('ownerUserId');
  });
});

describe('declaring a rating', () => {
  it('counts weeks from the day the colour turned', async () => {
    const { id, version } = await h.makeAction(plan, { status: 'IN_PROGRESS' });
    const on = (today: string) => h.callerAs(h.people.lead, today as never);
    const first = await on('2026-02-01').actions.declareRag({
      actionId: id,
      version,
      declaredRag: 'RED',
      ragReason: 'No panel chair since January',
    });
    await on('2026-02-20').actions.declareRag({
      actionId: id,
      version: first.version,
      declaredRag: 'RED',
      ragReason: 'Still no panel chair',
    });
    const detail = await on('2026-02-23').actions.get({ actionId: id });
    expect(detail).toMatchObject({ declaredRag: 'RED', weeksAtColour: 4, ragReason: 'Still no panel chair' });
  });
});

describe('history of destroyed words', () => {
  it('keeps who and when, and says when the words went', async () => {
    const lead = h.callerAs(h.people.lead);
    const made = await lead.actions.create({
      recommendationId: plan.recommendationIds[0] ?? '',
      title: 'Words that must go',
      idempotencyKey: key(),
    });
    const event = await h.db.auditEvent.findFirstOrThrow({
      where: { entityId: made.id },
      select: { id: true },
    });
    await h.db
      .$executeRaw`UPDATE "audit_payload" SET "body" = NULL, "salt" = NULL, "redactionId" = ${newId()},
      "redactedAt" = '2026-03-12T11:00:00Z' WHERE "eventId" = ${event.id}`;
    const { entries } = await lead.actions.history({ actionId: made.id });
    expect(entries[0]).toMatchObject({
      who: 'Programme Lead',
      changes: [],
      redactedAt: '2026-03-12T11:00:00.000Z',
    });
  });
});
