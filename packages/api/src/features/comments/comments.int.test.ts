import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
});

const fosteringAction = (more: Record<string, unknown> = {}) =>
  h.makeAction(plan, { teamId: h.teams.fostering, ownerPostId: h.posts.fosteringOfficer, ...more });
const say = (person: Person, actionId: string, body: string, mentioned: Person[] = []) =>
  h.callerAs(person).comments.add({
    actionId,
    body,
    mentionIds: mentioned.map((item) => item.userId),
    idempotencyKey: newId(),
  });
const inboxOf = async (person: Person) => (await h.callerAs(person).notifications.list({ limit: 100 })).rows;
const kindsFor = async (person: Person, actionId: string) =>
  (await inboxOf(person)).filter((row) => row.actionId === actionId).map((row) => row.kind);

describe('saying something', () => {
  it('tells those named and those who follow, once each, and never whoever wrote it', async () => {
    const { id } = await fosteringAction();
    await h.callerAs(h.people.viewer).comments.follow({ actionId: id, following: true });
    await h.callerAs(h.people.verifier).comments.follow({ actionId: id, following: true });
    const { lead, manager, contributor, verifier, viewer, otherManager } = h.people;
    const made = await say(manager, id, 'Ask @Quality Assurance Lead, holder 1 first', [verifier, manager]);
    expect(made).toMatchObject({ body: 'Ask @Quality Assurance Lead, holder 1 first', deletedAt: null });
    expect(made.mentions.map((person) => person.name)).toContain('Quality Assurance Lead, holder 1');
    expect(await kindsFor(verifier, id)).toEqual(['MENTIONED']);
    expect(await kindsFor(viewer, id)).toEqual(['COMMENTED']);
    expect(await kindsFor(contributor, id), 'the owner follows by right').toEqual(['COMMENTED']);
    expect(await kindsFor(manager, id)).toEqual([]);
    expect(await kindsFor(otherManager, id)).toEqual([]);
    const { comments, total } = await h.callerAs(lead).comments.list({ actionId: id });
    expect(total).toBe(1);
    expect(comments).toEqual([made]);
  });

  it('refuses to name somebody who may not see the action, and keeps nothing', async () => {
    const { id } = await fosteringAction();
    const problem = await problemOf(say(h.people.manager, id, 'See @Police', [h.people.partner]));
    expect(problem.fields?.[0]).toMatchObject({ field: 'body' });
    expect(problem.message).toContain('may not see this action');
    expect(await h.db.actionComment.count({ where: { actionId: id } })).toBe(0);
    await h.db.action.update({
      where: { id },
      data: { partnerTeamId: h.teams.police },
      select: { id: true },
    });
    await say(h.people.manager, id, 'See @Police', [h.people.partner]);
    expect(await kindsFor(h.people.partner, id)).toEqual(['MENTIONED']);
  });

  it('holds 20,000 characters and says so beyond', async () => {
    const { id } = await fosteringAction();
    expect((await say(h.people.manager, id, 'a'.repeat(20_000))).body).toHaveLength(20_000);
    const problem = await problemOf(say(h.people.manager, id, 'a'.repeat(20_001)));
    expect(problem.message).toBe('Comment is too long. The limit is 20,000 characters.');
    expect((await problemOf(say(h.people.manager, id, ' \n'))).message).toBe('Enter comment.');
  });

  it('pages by place, newest first', async () => {
    const { id } = await fosteringAction();
    for (let at = 1; at <= 5; at += 1) await say(h.people.manager, id, `Comment ${at}`);
    const caller = h.callerAs(h.people.lead);
    const first = await caller.comments.list({ actionId: id, limit: 3 });
    const second = await caller.comments.list({ actionId: id, limit: 3, after: first.next });
    const bodies = [...first.comments, ...second.comments].map((item) => item.body);
    expect([...bodies].sort()).toEqual([1, 2, 3, 4, 5].map((at) => `Comment ${at}`));
    expect(second.next).toBeNull();
    expect(first.total).toBe(5);
  });
});

describe('who is offered after @', () => {
  const namesFor = async (person: Person, actionId: string, q = '') =>
    (await h.callerAs(person).comments.mentionable({ actionId, q })).people.map((item) => item.name);

  it('is everybody who may see the action, and nobody else', async () => {
    const { id } = await fosteringAction();
    const names = await namesFor(h.people.lead, id);
    expect(names).toContain('Head of Fostering, holder 1');
    expect(names).not.toContain('Police Partnership Lead, holder 1');
    expect(names).not.toContain('Administrator');
    const gone = await h.makeUser('Fostering Officer, holder 0', ['CONTRIBUTOR']);
    await h.db.user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } });
    expect(await namesFor(h.people.lead, id, 'fostering officer')).toEqual(['Fostering Officer, holder 1']);
  });

  it('is for a partner only their own agency and those on the action', async () => {
    const colleague = await h.makeUser('Police Analyst, holder 1', ['PARTNER'], {
      teamIds: [h.teams.police],
    });
    const { id } = await fosteringAction({ partnerTeamId: h.teams.police });
    expect(await namesFor(h.people.partner, id)).toEqual([
      'Fostering Officer, holder 1',
      'Police Analyst, holder 1',
      'Police Partnership Lead, holder 1',
    ]);
    const refused = await problemOf(say(h.people.partner, id, '@Chair', [h.people.viewer]));
    expect(refused.message).not.toContain('Improvement Board');
    await say(h.people.partner, id, 'See this', [colleague]);
    await say(h.people.lead, id, 'I am here');
    expect(await namesFor(h.people.partner, id)).toContain('Programme Lead');
  });

  it('equals the rule of who may read, for everybody', async () => {
    const kinds = [
      { teamId: h.teams.fostering },
      { partnerTeamId: h.teams.police },
      { ownerUserId: h.people.partner.userId },
      { teamId: h.teams.permanence, supporting: { create: [{ teamId: h.teams.police }] } },
      { teamId: h.teams.police },
    ];
    for (const kind of kinds) {
      const { id } = await h.makeAction(plan, kind);
      for (const person of Object.values(h.people)) {
        const mayRead = await h
          .callerAs(person)
          .actions.get({ actionId: id })
          .then(() => true)
          .catch(() => false);
        const added = await say(h.people.lead, id, 'x', [person]).then(
          () => true,
          () => false,
        );
        expect(added, `${person.userName} on ${JSON.stringify(kind)}`).toBe(mayRead);
      }
    }
  });
});

describe('removing', () => {
  it('is the author’s alone, can be undone, and hides the words from everybody else', async () => {
    const { id } = await fosteringAction();
    const made = await say(h.people.manager, id, 'Said too early');
    const lead = h.callerAs(h.people.lead);
    const problem = await problemOf(lead.comments.remove({ commentId: made.id }));
    expect(problem.message).toBe('Only whoever wrote a comment can remove it, or put it back.');
    const author = h.callerAs(h.people.manager);
    await author.comments.remove({ commentId: made.id });
    await author.comments.remove({ commentId: made.id });
    expect(await lead.comments.list({ actionId: id })).toMatchObject({ comments: [], total: 0 });
    expect((await author.comments.list({ actionId: id })).comments[0]?.deletedAt).not.toBeNull();
    expect((await problemOf(lead.comments.restore({ commentId: made.id }))).code).toBe('NOT_FOUND');
    await author.comments.restore({ commentId: made.id });
    expect((await lead.comments.list({ actionId: id })).total).toBe(1);
    expect(await h.db.auditEvent.count({ where: { entityId: made.id } })).toBe(3);
  });
});

describe('following', () => {
  it('tells of status, rating, date and owner, once a day, and nothing after it ends', async () => {
    const { id, version } = await fosteringAction({ ownerPostId: null });
    const { lead, viewer } = h.people;
    const follow = (following: boolean) => h.callerAs(viewer).comments.follow({ actionId: id, following });
    await follow(true);
    await follow(true);
    const caller = h.callerAs(lead);
    const begun = await caller.actions.changeStatus({ actionId: id, version, status: 'IN_PROGRESS' });
    const rated = await caller.actions.declareRag({
      actionId: id,
      version: begun.version,
      declaredRag: 'AMBER',
      ragReason: 'No assessor until April',
    });
    expect(await kindsFor(viewer, id)).toEqual(['CHANGED']);
    const tomorrow = h.callerAs(lead, '2026-03-13' as never);
    const again = await tomorrow.actions.declareRag({
      actionId: id,
      version: rated.version,
      declaredRag: 'RED',
      ragReason: 'No assessor until May',
    });
    expect(await kindsFor(viewer, id)).toEqual(['CHANGED', 'CHANGED']);
    await follow(false);
    await h.callerAs(lead, '2026-03-14' as never).actions.declareRag({
      actionId: id,
      version: again.version,
      declaredRag: 'GREEN',
      ragReason: 'The assessor has come',
    });
    expect(await kindsFor(viewer, id)).toEqual(['CHANGED', 'CHANGED']);
  });
});

describe('the inbox', () => {
  it('marks one’s own lines as read and leaves everybody else’s', async () => {
    const { id } = await fosteringAction();
    await say(h.people.lead, id, 'Both of you', [h.people.manager, h.people.otherManager]);
    const manager = h.callerAs(h.people.manager);
    const [line] = await inboxOf(h.people.manager);
    const [others] = await inboxOf(h.people.otherManager);
    const before = (await manager.notifications.unread()).unread;
    const after = await manager.notifications.markRead({
      notificationIds: [line?.id ?? '', others?.id ?? ''],
    });
    expect(after.unread).toBe(before - 1);
    expect((await inboxOf(h.people.otherManager))[0]?.readAt).toBeNull();
    expect((await manager.notifications.list({ filter: 'UNREAD' })).rows).not.toContainEqual(
      expect.objectContaining({ id: line?.id }),
    );
    expect(await manager.notifications.markAllRead()).toEqual({ unread: 0 });
  });

  it('says nothing of what may no longer be seen', async () => {
    const { id } = await fosteringAction({ partnerTeamId: h.teams.police });
    await say(h.people.lead, id, 'For you', [h.people.partner]);
    const partner = h.callerAs(h.people.partner);
    const { unread } = await partner.notifications.unread();
    expect(await kindsFor(h.people.partner, id)).toEqual(['MENTIONED']);
    await h.db.action.update({ where: { id }, data: { partnerTeamId: null }, select: { id: true } });
    expect(await kindsFor(h.people.partner, id)).toEqual([]);
    expect((await partner.notifications.unread()).unread).toBe(unread - 1);
  });
});

it('destroys the words of a comment in record, history and drafts', async () => {
  const { id } = await fosteringAction();
  const made = await say(h.people.manager, id, 'Wilhelmina lives near the school');
  const repeated = await say(h.people.lead, id, 'As said: Wilhelmina lives near the school');
  const asked = await h.callerAs(h.people.manager).redactions.request({
    entity: 'COMMENT',
    entityId: made.id,
    reason: 'A child is named',
    idempotencyKey: newId(),
  });
  const lead = h.callerAs(h.people.lead);
  const preview = await lead.redactions.preview({ redactionId: asked.redactionId });
  expect(preview.repeats.map((item) => item.reference)).toEqual([
    expect.stringMatching(/^R1\.A\d+, comment of 12 March 2026$/),
  ]);
  await lead.redactions.decide({ redactionId: asked.redactionId, version: 1, approve: true, note: 'Read.' });
  const { comments } = await lead.comments.list({ actionId: id });
  expect(comments.find((item) => item.id === made.id)).toMatchObject({ body: '[destroyed]' });
  expect(comments.find((item) => item.id === made.id)?.redactedAt).not.toBeNull();
  const held = await h.db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM audit_payload p JOIN audit_event e ON e.id = p."eventId"
    WHERE p.body::text LIKE '%Wilhelmina%'`;
  expect(held[0]?.n, 'history and repeats that say the same').toBe(0);
  expect(repeated.body).toContain('Wilhelmina');
});
