import ICAL from 'ical.js';
import { beforeAll, expect, it } from 'vitest';
import { type Harness, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { readCalendar } from './read-calendar.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
});

const secretOf = (address: string) => /\/calendar\/(.+)\.ics$/.exec(address)?.[1] ?? '';

it('holds references, days and links of what is the person’s own, and no word of it', async () => {
  const mine = await h.makeAction(plan, { partnerTeamId: h.teams.police, title: 'Named in confidence' });
  const closed = await h.makeAction(plan, { partnerTeamId: h.teams.police, status: 'CLOSED' });
  const others = await h.makeAction(plan, { teamId: h.teams.fostering });
  const partner = h.callerAs(h.people.partner);
  const { address } = await partner.notifications.makeFeed();
  const text = await readCalendar(h.ctxAs(null), secretOf(address));
  const whole = text.replaceAll('\r\n ', '');
  expect(whole).toContain(`SUMMARY:R1.A${mine.number} is due\r\n`);
  expect(whole).toContain('DTSTART;VALUE=DATE:20260430\r\nDTEND;VALUE=DATE:20260501');
  expect(whole).toContain(`URL:http://localhost:3000/plans/${plan.planId}/actions/${mine.id}`);
  for (const hidden of ['Named in confidence', closed.id, others.id, 'Northmoor']) {
    expect(whole).not.toContain(hidden);
  }
  for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75);
  expect((await partner.notifications.feed()).feed?.lastReadAt).not.toBeNull();
});

it('holds the reviews and boards of whoever belongs to them, by the London clock, but for those called off', async () => {
  const own = await h.makePlan();
  const member = await h.makeUser('Member, holder 1', ['MANAGER']);
  await h.db.plan.update({
    where: { id: own.planId },
    data: {
      reviewWeekday: 1,
      reviewMinutes: 45,
      boardFirstDate: new Date('2026-03-18'),
      boardEveryWeeks: 26,
    },
    select: { id: true },
  });
  const lead = h.callerAs(h.people.lead);
  const join = (meeting: 'REVIEW' | 'BOARD', was: 'NONE' | 'MEMBER', standing: 'NONE' | 'MEMBER') =>
    lead.plans.setMember({ planId: own.planId, meeting, userId: member.userId, was, standing });
  const { address } = await h.callerAs(member).notifications.makeFeed();
  const read = async () => (await readCalendar(h.ctxAs(null), secretOf(address))).replaceAll('\r\n ', '');
  expect(await read()).not.toContain('TZID');
  await join('REVIEW', 'NONE', 'MEMBER');
  const whole = await read();
  // The day before clocks go forward is a Saturday: the Mondays about it are both at ten in London.
  expect(whole).toContain(
    [
      `UID:review-${own.planId}-2026-03-30@golden-thread`,
      'DTSTAMP:20260312T100000Z',
      'DTSTART;TZID=Europe/London:20260330T100000',
      'DURATION:PT45M',
      'SUMMARY:Weekly review',
      'DESCRIPTION:Updates by Friday 27 March 2026\\, 17:00',
      `URL:http://localhost:3000/plans/${own.planId}/reviews`,
      'END:VEVENT',
    ].join('\r\n'),
  );
  expect(whole).toContain(`UID:review-${own.planId}-2026-04-06@golden-thread`);
  expect(whole).toContain('DTSTART;TZID=Europe/London:20260402T100000');
  expect(whole.match(/SUMMARY:Weekly review/g)).toHaveLength(26);
  // A calendar programme that knows nothing of London but what the text says.
  const starts = new ICAL.Component(ICAL.parse(whole))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).startDate.toJSDate().toISOString());
  expect(starts[0]).toBe('2026-03-16T10:00:00.000Z');
  expect(starts[4]).toBe('2026-04-13T09:00:00.000Z');
  expect(whole).not.toContain('SUMMARY:Improvement board');

  await h.db.review.create({
    data: {
      planId: own.planId,
      number: 1,
      heldOn: new Date('2026-03-30'),
      state: 'CANCELLED',
      cancelledReason: 'Half of us are away.',
    },
    select: { id: true },
  });
  expect(await read()).not.toContain('20260330T100000');
  await join('BOARD', 'NONE', 'MEMBER');
  await join('REVIEW', 'MEMBER', 'NONE');
  const board = await read();
  expect(board).not.toContain('SUMMARY:Weekly review');
  expect(board.match(/SUMMARY:Improvement board/g)).toHaveLength(1);
  expect(board).toContain('DTSTART;TZID=Europe/London:20260318T140000');
});

it('ends with another address, with revoking, and with the account', async () => {
  const manager = h.callerAs(h.people.manager);
  const first = secretOf((await manager.notifications.makeFeed()).address);
  const second = secretOf((await manager.notifications.makeFeed()).address);
  const read = (secret: string) => readCalendar(h.ctxAs(null), secret);
  expect((await problemOf(read(first))).code).toBe('NOT_FOUND');
  expect(await read(second)).toContain('BEGIN:VCALENDAR');
  expect(await manager.notifications.revokeFeed()).toEqual({ feed: null });
  expect((await problemOf(read(second))).code).toBe('NOT_FOUND');
  const leaver = await h.makeUser('Leaver', ['MANAGER']);
  const third = secretOf((await h.callerAs(leaver).notifications.makeFeed()).address);
  await h.db.user.update({ where: { id: leaver.userId }, data: { deactivatedAt: new Date() } });
  expect((await problemOf(read(third))).code).toBe('NOT_FOUND');
  expect((await problemOf(read(''))).code).toBe('NOT_FOUND');
});

it('keeps no secret: neither the row nor the history holds it', async () => {
  const secret = secretOf((await h.callerAs(h.people.lead).notifications.makeFeed()).address);
  const [row] = await h.db.$queryRaw<{ n: number }[]>`
    SELECT (SELECT count(*) FROM "calendar_feed" f WHERE f::text LIKE ${`%${secret}%`})::int
      + (SELECT count(*) FROM "audit_payload" p WHERE p."body"::text LIKE ${`%${secret}%`})::int AS n`;
  expect(row?.n).toBe(0);
});
