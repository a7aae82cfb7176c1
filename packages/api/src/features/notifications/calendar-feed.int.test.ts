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
