import type { Db } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** Links told of at once, newest first: a few agencies and a weekly review make fewer in a year. */
const LISTED = 300;
/** Uses told of each link. */
const USES = 50;

const LINK_SELECT = {
  id: true,
  teamId: true,
  name: true,
  email: true,
  createdById: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  replacedById: true,
  outboxMailId: true,
  firstOpenedAt: true,
  updates: {
    orderBy: { createdAt: 'desc' },
    take: USES,
    select: {
      createdAt: true,
      writtenBy: true,
      action: { select: { id: true, number: true, recommendation: { select: { number: true } } } },
    },
  },
} as const;

/** The links of a plan, newest first, with what was sent by each. Throws NOT_FOUND for a plan that is not there. */
export async function findLinks(db: Db, _scope: Scope, planId: string) {
  const plan = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: { updateLinks: { orderBy: { createdAt: 'desc' }, take: LISTED, select: LINK_SELECT } },
  });
  if (!plan) throw notFound('plan');
  return plan.updateLinks;
}

export type LinkRow = Awaited<ReturnType<typeof findLinks>>[number];

type Agency = { id: string; name: string; archivedAt: Date | null; accounts: number };

/** Every partner agency, and how many of its people can sign in. */
export function findAgencies(db: Db, _scope: Scope): Promise<Agency[]> {
  return db.$queryRaw<Agency[]>`
    SELECT t."id", t."name", t."archivedAt",
      (SELECT count(*)::int FROM "team_membership" m JOIN "user" u ON u."id" = m."userId"
        WHERE m."teamId" = t."id" AND u."deactivatedAt" IS NULL) AS "accounts"
    FROM "team" t WHERE t."kind" = 'PARTNER_AGENCY' ORDER BY t."name"`;
}

type MailState = 'WAITING' | 'SENT' | 'FAILED';

/** Who made links, and what became of the mails that carried them; a mail that is not there any more went out. */
export async function makersAndMails(db: Db, _scope: Scope, links: readonly LinkRow[]) {
  const makerIds = links.map(({ createdById }) => createdById);
  const mailIds = links.flatMap(({ outboxMailId }) => outboxMailId ?? []);
  const [people, mails] = await Promise.all([
    db.user.findMany({ where: { id: { in: makerIds } }, select: { id: true, name: true } }),
    db.outboxMail.findMany({
      where: { id: { in: mailIds } },
      select: { id: true, sentAt: true, givenUpAt: true },
    }),
  ]);
  return {
    makers: new Map(people.map(({ id, name }) => [id, name])),
    mails: new Map(
      mails.map(({ id, sentAt, givenUpAt }): [string, MailState] => [
        id,
        sentAt ? 'SENT' : givenUpAt ? 'FAILED' : 'WAITING',
      ]),
    ),
  };
}
