import { describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const h = await startHarness();
const plan = await h.makePlan();
const { fostering, permanence, police } = h.teams;
const lead = h.callerAs(h.people.lead);
const manager = h.callerAs(h.people.manager);

async function give(teamId: string, by = lead) {
  const action = await h.makeAction(plan);
  const { version } = await by.actions.assign({
    actionId: action.id,
    version: action.version,
    teamId,
    ownerPostId: null,
    ownerUserId: null,
    partnerTeamId: null,
    supportingTeamIds: [],
  });
  return { actionId: action.id, version };
}

async function told(userId: string, actionId: string) {
  const rows = await h.db.notification.findMany({
    where: { userId, actionId },
    orderBy: { createdAt: 'asc' },
    select: { kind: true },
  });
  return rows.map((row) => row.kind);
}

const standing = async (actionId: string) => (await lead.actions.get({ actionId })).acceptance;

describe('taking on what a team was given', () => {
  it('is offered by the lead, and accepted by the manager', async () => {
    const entry = await give(fostering);
    expect(await standing(entry.actionId)).toBe('OFFERED');
    const waiting = await manager.assignments.waiting();
    expect(waiting.forUs.map(({ id }) => id)).toContain(entry.actionId);
    const { results } = await manager.assignments.accept({ entries: [entry] });
    expect(results[0]).toMatchObject({ ok: true, changed: true, version: entry.version + 1 });
    expect(await standing(entry.actionId)).toBe('ACCEPTED');
    expect(await told(h.people.lead.userId, entry.actionId)).toEqual(['ACCEPTED']);
    const again = await manager.assignments.accept({
      entries: [{ ...entry, version: entry.version + 1 }],
    });
    expect(again.results[0]?.sentence).toBe('The team has accepted this already.');
  });

  it('is asked back with a note, answered, and accepted by naming an owner', async () => {
    const entry = await give(fostering);
    const short = await manager.assignments.askBack({ entries: [entry], note: 'Why?' });
    expect(short.results[0]).toMatchObject({ ok: false });
    expect(short.results[0]?.sentence).toContain('at least 10 characters');
    const note = 'Two officers have left. Can it start in May?';
    await manager.assignments.askBack({ entries: [entry], note });
    expect(await lead.actions.get({ actionId: entry.actionId })).toMatchObject({
      acceptance: 'QUERIED',
      acceptanceNote: note,
    });
    expect(await told(h.people.lead.userId, entry.actionId)).toEqual(['QUERIED']);
    const { askedBack } = await lead.assignments.waiting();
    expect(askedBack.find(({ id }) => id === entry.actionId)).toMatchObject({ acceptanceNote: note });
    await lead.assignments.offerAgain({
      actionId: entry.actionId,
      version: entry.version + 1,
      answer: 'Yes: May will do, as long as it is begun then.',
    });
    expect(await told(h.people.manager.userId, entry.actionId)).toEqual([
      'OFFERED_TO_TEAM',
      'OFFERED_TO_TEAM',
    ]);
    await manager.assignments.bulkChange({
      change: { kind: 'ASSIGN', set: { ownerPostId: h.posts.fosteringOfficer }, reason: '' },
      items: [{ actionId: entry.actionId, version: entry.version + 2 }],
      idempotencyKey: newId(),
    });
    expect(await standing(entry.actionId)).toBe('ACCEPTED');
    expect(await told(h.people.lead.userId, entry.actionId)).toEqual(['QUERIED', 'ACCEPTED']);
  });

  it('is done by a partner agency’s own people for it', async () => {
    const entry = await give(police);
    const partner = h.callerAs(h.people.partner);
    expect((await partner.assignments.waiting()).forUs.map(({ id }) => id)).toEqual([entry.actionId]);
    const { results } = await partner.assignments.accept({ entries: [entry], note: 'With the missing team' });
    expect(results[0]).toMatchObject({ ok: true, changed: true });
  });

  it('is not for those who do not answer for the team', async () => {
    const entry = await give(fostering);
    for (const person of [h.people.otherManager, h.people.contributor, h.people.partner]) {
      const problem = await problemOf(h.callerAs(person).assignments.accept({ entries: [entry] }));
      expect(problem.code).toBe('NOT_ALLOWED');
    }
    expect(await standing(entry.actionId)).toBe('OFFERED');
  });

  it('follows from giving within the own team, and ends with the team', async () => {
    const own = await h.makeAction(plan, { teamId: fostering, acceptance: 'OFFERED' });
    const made = await manager.actions.create({
      recommendationId: plan.recommendationIds[0] ?? '',
      title: 'A manager adds for the team',
      teamId: fostering,
      idempotencyKey: newId(),
    });
    expect(await standing(made.id)).toBe('ACCEPTED');
    const { version } = await lead.actions.assign({
      actionId: own.id,
      version: own.version,
      teamId: null,
      ownerPostId: null,
      ownerUserId: null,
      partnerTeamId: null,
      supportingTeamIds: [],
      reason: 'Nobody has room for it now',
    });
    expect(await standing(own.id)).toBe('NONE');
    const nothing = await lead.assignments.accept({ entries: [{ actionId: own.id, version }] });
    expect(nothing.results[0]?.sentence).toContain('given to no team');
    const [waiting] = (await lead.assignments.waiting()).plans;
    const list = await lead.actions.list({ planId: plan.planId, filter: { unassignedOrUnaccepted: true } });
    expect(waiting).toMatchObject({ planId: plan.planId, notTakenOn: list.total });
  });

  it('tells the leads when whoever gave it is no longer here', async () => {
    const gone = await h.makeUser('Programme Lead, before', ['PROGRAMME_LEAD']);
    const entry = await give(permanence, h.callerAs(gone));
    await h.db.user.update({
      where: { id: gone.userId },
      data: { deactivatedAt: new Date() },
      select: { id: true },
    });
    await h.callerAs(h.people.otherManager).assignments.askBack({
      entries: [entry],
      note: 'Which of the two panels is meant?',
    });
    expect(await told(h.people.lead.userId, entry.actionId)).toEqual(['QUERIED']);
  });
});

describe('also serving other recommendations', () => {
  it('is set with the assignment, and refused for its own', async () => {
    const [own = '', other = ''] = plan.recommendationIds;
    const action = await h.makeAction(plan);
    const input = {
      actionId: action.id,
      version: action.version,
      teamId: null,
      ownerPostId: null,
      ownerUserId: null,
      partnerTeamId: null,
      supportingTeamIds: [],
    };
    const problem = await problemOf(lead.actions.assign({ ...input, alsoServesIds: [own] }));
    expect(problem.fields?.[0]?.field).toBe('alsoServesIds');
    await lead.actions.assign({ ...input, alsoServesIds: [other], leadPostId: h.posts.headOfFostering });
    const row = await lead.actions.get({ actionId: action.id });
    expect(row).toMatchObject({ alsoServes: [{ number: 2 }], leadPost: { title: 'Head of Fostering' } });
    const served = await lead.recommendations.get({ recommendationId: other });
    expect(served.actions.map(({ id, isServed }) => [id, isServed])).toContainEqual([action.id, true]);
    const rows = await lead.recommendations.list({ planId: plan.planId });
    expect(rows.find(({ id }) => id === other)?.actions).toBe(served.actions.length);
    const { entries } = await lead.actions.history({ actionId: action.id });
    expect(entries[0]?.changes).toEqual([
      { field: 'Accountable lead', from: '', to: 'Head of Fostering' },
      { field: 'Also serves', from: '', to: 'R2' },
    ]);
  });
});
