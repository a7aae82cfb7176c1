import { isoDate } from '@gt/contracts/words';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { createCallerFactory } from '../../core/trpc.ts';
import { appRouter } from '../../root-router.ts';
import { type Harness, type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { forgetContacts } from './forget-contacts.ts';
import { openUpdateLink } from './open-update-link.ts';

const SECRET = /^http:\/\/localhost:3000\/update#([\w-]{43})$/;
const caller = createCallerFactory(appRouter);

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  await h.makeAction(plan, {
    teamId: h.teams.fostering,
    partnerTeamId: h.teams.police,
    title: 'Share concerns about carers within a day',
  });
  await h.makeAction(plan, {
    recommendationId: plan.recommendationIds[1],
    teamId: h.teams.permanence,
    partnerTeamId: h.teams.police,
  });
});

/** As the harness calls, with mail set up. */
const byMail = (person: Person) =>
  caller({ ...h.ctxAs(person), settings: { publicUrl: 'https://plan.example', mailIsSetUp: true } })
    .updateLinks;
const byHand = (person: Person) => h.callerAs(person).updateLinks;

const contact = (more: Record<string, unknown> = {}) => ({
  planId: plan.planId,
  teamId: h.teams.police,
  email: `inspector.${newId().slice(-8)}@police.example`,
  name: 'Partnership Inspector',
  days: 7,
  idempotencyKey: newId(),
  ...more,
});
const secretIn = (link: string | null) => SECRET.exec(link ?? '')?.[1] ?? '';
const open = (link: string | null, today = isoDate('2026-03-12')) =>
  openUpdateLink(h.ctxAs(null, today), { secret: secretIn(link) });

describe('sending a link', () => {
  it('shows it once without mail, and keeps only a digest', async () => {
    const made = await byHand(h.people.lead).create(contact());
    expect(made).toMatchObject({ sentTo: null, link: expect.stringMatching(SECRET) });
    expect(made.expiresAt).toBe('2026-03-20T00:00:00.000Z');
    const row = await h.db.updateLink.findUniqueOrThrow({ where: { id: made.linkId } });
    expect(JSON.stringify(row)).not.toContain(secretIn(made.link));
    expect((await open(made.link)).actions.map(({ reference }) => reference)).toEqual(['R1.A1', 'R2.A1']);
  });

  it('mails references, and no title, plan, trust, person or post', async () => {
    await h.db.plan.update({
      where: { id: plan.planId },
      data: { reviewWeekday: 3, updatesDueDaysBefore: 1 },
      select: { id: true },
    });
    const input = contact();
    const made = await byMail(h.people.lead).create(input);
    expect(made).toMatchObject({ link: null, sentTo: input.email });
    const mail = await h.db.outboxMail.findFirstOrThrow({ where: { toAddress: input.email } });
    expect(mail.subject).toBe('2 actions wait for your update');
    expect(
      mail.text.replace(/#[\w-]{43}/, '#SECRET'),
    ).toBe(`R1.A1 and R2.A1 wait for your update by Tuesday 17 March 2026, 17:00.

Write it here. You need no account:
https://plan.example/update#SECRET

The address works until the end of 19 March 2026. Opening it uses nothing up. It shows the actions of your agency only, and is meant for you: please do not pass it on.

If you did not expect this, ignore it.
`);
    expect(h.jobs.filter(({ name }) => name === 'mail.send').length).toBeGreaterThan(0);
  });

  it('sends one for one intent, however often it is sent', async () => {
    const input = contact();
    const made = await Promise.all(Array.from({ length: 8 }, () => byMail(h.people.lead).create(input)));
    expect(new Set(made.map(({ linkId }) => linkId)).size).toBe(1);
    expect(await h.db.outboxMail.count({ where: { toAddress: input.email } })).toBe(1);
    const shown = contact();
    await byHand(h.people.lead).create(shown);
    expect((await problemOf(byHand(h.people.lead).create(shown))).message).toMatch(/was shown once/);
  });

  it('keeps address and post out of the history', async () => {
    const input = contact({ name: 'Inspector of the Northern Command' });
    const { linkId } = await byHand(h.people.lead).create(input);
    const [event] = await h.db.auditEvent.findMany({
      where: { entityId: linkId },
      select: { action: true, actorName: true, payload: { select: { body: true } } },
    });
    expect(event).toMatchObject({ action: 'updateLink.create', actorName: 'Programme Lead' });
    expect(event?.payload?.body).toMatchObject({ after: { mailDomain: 'police.example', byMail: false } });
    expect(JSON.stringify(event)).not.toMatch(/inspector|Northern/i);
  });

  it.each([
    [{ days: 31 }, 'A link works for at most 30 days.'],
    [{ days: 0 }, 'A link works for at least 1 day.'],
    [{ email: 'inspector' }, 'Enter an e-mail address, such as name@trust.example.'],
    [{ name: ' ' }, 'Enter the post.'],
  ])('refuses %j', async (more, message) => {
    expect((await problemOf(byHand(h.people.lead).create(contact(more)))).message).toBe(message);
  });

  it('is for partner agencies with something to update', async () => {
    const internal = await problemOf(byHand(h.people.lead).create(contact({ teamId: h.teams.fostering })));
    expect(internal.fields?.[0]).toMatchObject({ field: 'teamId' });
    const health = await h.db.team.create({
      data: { name: 'Health', kind: 'PARTNER_AGENCY' },
      select: { id: true },
    });
    const idle = await problemOf(byHand(h.people.lead).create(contact({ teamId: health.id })));
    expect(idle.message).toBe('Health has no open action in this plan, so there is nothing to update.');
  });
});

describe('what a manager may send', () => {
  it('reaches the actions of their own teams, and stops with their rights', async () => {
    const manager = await h.makeUser('Head of Kinship, holder 1', ['MANAGER'], {
      teamIds: [h.teams.fostering],
    });
    const made = await byHand(manager).create(contact());
    expect((await open(made.link)).actions.map(({ reference }) => reference)).toEqual(['R1.A1']);
    await h.db.teamMembership.deleteMany({ where: { userId: manager.userId } });
    expect((await open(made.link)).actions).toEqual([]);
    await h.db.roleGrant.deleteMany({ where: { userId: manager.userId } });
    expect((await problemOf(open(made.link))).message).toMatch(/no longer looks after it/);
  });

  it('is nothing for an agency that works with other teams alone', async () => {
    const school = await h.db.team.create({
      data: { name: 'Schools', kind: 'PARTNER_AGENCY' },
      select: { id: true },
    });
    await h.makeAction(plan, { teamId: h.teams.permanence, partnerTeamId: school.id });
    const refused = await problemOf(byHand(h.people.manager).create(contact({ teamId: school.id })));
    expect(refused.code).toBe('NOT_ALLOWED');
    const { partners } = await byHand(h.people.manager).list({ planId: plan.planId });
    expect(partners.map(({ team }) => team.name)).not.toContain('Schools');
    await h.db.action.updateMany({ where: { partnerTeamId: school.id }, data: { status: 'CANCELLED' } });
  });

  it('stops when the account of whoever sent it is closed', async () => {
    const lead = await h.makeUser('Programme Lead, holder 2', ['PROGRAMME_LEAD']);
    const made = await byHand(lead).create(contact());
    await open(made.link);
    await h.db.user.update({
      where: { id: lead.userId },
      data: { deactivatedAt: new Date() },
      select: { id: true },
    });
    expect((await problemOf(open(made.link))).message).toBe(
      "Whoever sent this link no longer looks after it. To update an action, ask the programme lead at Northmoor Children's Trust for a new one. What you sent by it is kept.",
    );
  });
});

describe('sending again and revoking', () => {
  it('gives a new secret and ends the one before, with its mail if it has not gone out', async () => {
    const input = contact();
    const first = await byMail(h.people.lead).create(input);
    const shown = await byHand(h.people.lead).create({ ...input, idempotencyKey: newId() });
    expect(await h.db.outboxMail.count({ where: { toAddress: input.email } })).toBe(0);
    const again = await byHand(h.people.lead).sendAgain({
      linkId: shown.linkId,
      days: 30,
      idempotencyKey: newId(),
    });
    expect((await problemOf(open(shown.link))).message).toBe(
      "A newer link took the place of this one on 12 March 2026. Use the one in the newest mail, or ask the programme lead at Northmoor Children's Trust for a new one. What you sent by it is kept.",
    );
    expect((await open(again.link)).worksUntil).toBe('2026-04-11T23:00:00.000Z');
    const { links } = await byHand(h.people.lead).list({ planId: plan.planId });
    const states = links.filter(({ email }) => email === input.email).map(({ id, state }) => [id, state]);
    expect(states).toEqual(
      expect.arrayContaining([
        [first.linkId, 'REPLACED'],
        [shown.linkId, 'REPLACED'],
        [again.linkId, 'WORKING'],
      ]),
    );
    const old = { linkId: shown.linkId, days: 7, idempotencyKey: newId() };
    expect((await problemOf(byHand(h.people.lead).sendAgain(old))).message).toMatch(/sent again already/);
  });

  it('revokes at once and for good', async () => {
    const made = await byHand(h.people.lead).create(contact());
    await byHand(h.people.lead).revoke({ linkId: made.linkId });
    expect((await problemOf(open(made.link))).message).toBe(
      "This link was withdrawn on 12 March 2026. To update an action, ask the programme lead at Northmoor Children's Trust for a new one. What you sent by it is kept.",
    );
    expect((await problemOf(byHand(h.people.lead).revoke({ linkId: made.linkId }))).code).toBe('RULE');
    const again = { linkId: made.linkId, days: 7, idempotencyKey: newId() };
    expect((await problemOf(byHand(h.people.lead).sendAgain(again))).message).toMatch(/final/);
  });

  it('says until when an ended link worked, and brings it back by sending it again', async () => {
    const made = await byHand(h.people.lead).create(contact());
    const late = isoDate('2026-03-20');
    expect((await problemOf(open(made.link, late))).message).toMatch(
      /^This link worked until the end of 19 March 2026\./,
    );
    const again = await h.callerAs(h.people.lead, late).updateLinks.sendAgain({
      linkId: made.linkId,
      days: 1,
      idempotencyKey: newId(),
    });
    expect((await open(again.link, late)).actions).toHaveLength(2);
  });

  it('leaves the lead’s link alone when a manager writes to the same address', async () => {
    const input = contact();
    const leads = await byHand(h.people.lead).create(input);
    await byHand(h.people.manager).create({ ...input, idempotencyKey: newId() });
    expect((await open(leads.link)).actions).toHaveLength(2);
    expect((await problemOf(byHand(h.people.manager).revoke({ linkId: leads.linkId }))).code).toBe(
      'NOT_ALLOWED',
    );
    const { links, partners } = await byHand(h.people.manager).list({ planId: plan.planId });
    expect(links.every(({ isOwn }) => isOwn)).toBe(true);
    expect(partners[0]).toMatchObject({ references: ['R1.A1'], workingUntil: expect.any(String) });
  });
});

describe('sending to many', () => {
  it('sends each on its own and says what became of it', async () => {
    const courts = await h.db.team.create({
      data: { name: 'Family court', kind: 'PARTNER_AGENCY' },
      select: { id: true },
    });
    const row = (teamId: string) => ({
      teamId,
      email: `post@${newId().slice(-8)}.example`,
      name: 'Link officer',
    });
    const rows = [row(h.teams.police), row(courts.id), row(h.teams.fostering)];
    const input = { planId: plan.planId, days: 5, rows, idempotencyKey: newId() };
    const { results } = await byMail(h.people.lead).createMany(input);
    expect(results.map(({ team, made, problem }) => [team, made?.sentTo ?? null, problem])).toEqual([
      ['Police', rows[0]?.email, null],
      ['Family court', null, 'Family court has no open action in this plan, so there is nothing to update.'],
      ['Fostering', null, 'Choose a partner agency. Teams of the trust sign in with accounts.'],
    ]);
    await byMail(h.people.lead).createMany(input);
    expect(await h.db.updateLink.count({ where: { email: rows[0]?.email ?? '' } })).toBe(1);
  });
});

describe('what is kept of the contact', () => {
  it('tells first opened, and knows to whom to write next time', async () => {
    const input = contact({ name: 'Detective Inspector' });
    const made = await byHand(h.people.lead).create(input);
    await open(made.link);
    await open(made.link, isoDate('2026-03-13'));
    const { links, partners, mailIsSetUp } = await byHand(h.people.lead).list({ planId: plan.planId });
    expect(links.find(({ id }) => id === made.linkId)).toMatchObject({
      team: { name: 'Police' },
      name: 'Detective Inspector',
      madeBy: 'Programme Lead',
      mail: 'BY_HAND',
      firstOpenedAt: '2026-03-12T10:00:00.000Z',
      shows: ['R1.A1', 'R2.A1'],
      uses: [],
    });
    expect(partners.find(({ team }) => team.name === 'Police')).toMatchObject({ accounts: 1 });
    expect(mailIsSetUp).toBe(false);
  });

  it('removes address, post and mail 30 days after the end, and nothing before', async () => {
    const kept = contact({ days: 30 });
    const gone = contact({ days: 1 });
    const made = await byMail(h.people.lead).create(gone);
    await byMail(h.people.lead).create(kept);
    const at = (day: string) => h.ctxAs(null, isoDate(day));
    await forgetContacts(at('2026-04-12'));
    expect(await h.db.updateLink.count({ where: { email: gone.email } })).toBe(1);
    expect(await forgetContacts(at('2026-04-14'))).toBeGreaterThan(0);
    const row = await h.db.updateLink.findUniqueOrThrow({ where: { id: made.linkId } });
    expect(row).toMatchObject({ email: '', name: '' });
    expect(await h.db.outboxMail.count({ where: { toAddress: gone.email } })).toBe(0);
    expect(await h.db.updateLink.count({ where: { email: kept.email } })).toBe(1);
    expect(await forgetContacts(at('2026-04-14'))).toBe(0);
    const again = { linkId: made.linkId, days: 7, idempotencyKey: newId() };
    expect((await problemOf(byHand(h.people.lead).sendAgain(again))).message).toMatch(/address was removed/);
  });
});
