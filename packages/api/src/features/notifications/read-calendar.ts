import type { Role } from '@gt/contracts/words';
import { sql } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import type { Context } from '../../core/context.ts';
import { toIsoDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { guard } from '../../core/guard.ts';
import { rightsOf } from '../../core/rights-of.ts';
import type { Scope } from '../../core/scope.ts';
import { all, isMine, isOpen } from '../actions/action-sql.ts';
import { myOtherDays } from '../calendar/my-other-days.ts';
import { secretDigest } from '../people/secret-link.ts';
import { calendarText, type DueDay } from './calendar-text.ts';
import { myMeetings } from './my-meetings.ts';

type Owner = {
  userId: string;
  userName: string;
  email: string;
  roles: Role[];
  teamIds: string[];
  postIds: string[];
};

/** A feed is fetched often; that it was is written down no more than once in this time. */
const NOTED_EVERY = '1 hour';

/**
 * The due dates and meetings of whoever has this secret address, and what concerns the plans that they read, as a calendar: references, days and links, and
 * nothing that was written. Who the person is, and what is theirs, is looked up anew each time. Throws NOT_FOUND for an address that
 * ended, or whose owner's account is closed.
 */
export async function readCalendar(ctx: Context, secret: string): Promise<string> {
  const [owner] = await ctx.db.$queryRaw<Owner[]>`
    SELECT u."id" AS "userId", u."name" AS "userName", u."email", ${rightsOf(sql`u."id"`, ctx.today)}
    FROM "calendar_feed" f JOIN "user" u ON u."id" = f."userId"
    WHERE f."tokenDigest" = ${secretDigest(secret)} AND u."deactivatedAt" IS NULL`;
  if (!owner) throw notFound('calendar');
  const scope = guard({ ...ctx, signedIn: { ...owner, sessionId: '' } }, 'action.read');
  await ctx.db.$executeRaw`
    UPDATE "calendar_feed" SET "lastReadAt" = ${ctx.now} WHERE "userId" = ${scope.userId}
      AND ("lastReadAt" IS NULL OR "lastReadAt" < ${ctx.now}::timestamptz - ${NOTED_EVERY}::interval)`;
  const events = {
    dues: await myDueDays(ctx, scope),
    meetings: await myMeetings(ctx, scope),
    days: await myOtherDays(ctx, scope),
  };
  return calendarText(events, ctx.now);
}

async function myDueDays(ctx: Context, scope: Scope): Promise<DueDay[]> {
  const mine = all([isMine(scope), isOpen, sql`a."dueDate" IS NOT NULL`]);
  const rows = await ctx.db.$queryRaw<
    { id: string; planId: string; number: number; recommendation: number; dueDate: Date }[]
  >`
    SELECT a."id", a."planId", a."number", r."number" AS "recommendation", a."dueDate"
    FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE ${mine} ORDER BY a."dueDate", a."id"`;
  return rows.map((row) => ({
    id: row.id,
    reference: actionReference(row.recommendation, row.number),
    dueDate: toIsoDate(row.dueDate),
    address: `${ctx.settings.publicUrl}/plans/${row.planId}/actions/${row.id}`,
  }));
}
