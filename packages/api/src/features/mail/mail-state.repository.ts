import type { MailState } from '@gt/contracts/schemas';
import { type Db, sql, type Tx } from '@gt/db';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { maskAddresses } from './mask-addresses.ts';

type Raw = {
  insideMailDomains: string[];
  waiting: number;
  oldestAt: Date | null;
  waitingError: string | null;
  givenUp: number;
  newestAt: Date | null;
  givenUpError: string | null;
  sentLately: number;
};

/** How mail stands: what waits and since when, what was given up and why. One statement. */
export async function readMailState(
  db: Db | Tx,
  _scope: Scope,
  { mailIsSetUp, now }: { mailIsSetUp: boolean; now: Date },
): Promise<MailState> {
  const isWaiting = sql`m."sentAt" IS NULL AND m."givenUpAt" IS NULL`;
  const [row] = await db.$queryRaw<Raw[]>`
    SELECT i."insideMailDomains",
      (SELECT count(*)::int FROM "outbox_mail" m WHERE ${isWaiting}) AS "waiting",
      (SELECT min(m."createdAt") FROM "outbox_mail" m WHERE ${isWaiting}) AS "oldestAt",
      (SELECT m."lastError" FROM "outbox_mail" m WHERE ${isWaiting} AND m."lastError" IS NOT NULL
        ORDER BY m."notBefore" DESC NULLS LAST LIMIT 1) AS "waitingError",
      (SELECT count(*)::int FROM "outbox_mail" m WHERE m."sentAt" IS NULL AND m."givenUpAt" IS NOT NULL) AS "givenUp",
      (SELECT max(m."givenUpAt") FROM "outbox_mail" m
        WHERE m."sentAt" IS NULL AND m."givenUpAt" IS NOT NULL) AS "newestAt",
      (SELECT m."lastError" FROM "outbox_mail" m WHERE m."sentAt" IS NULL AND m."givenUpAt" IS NOT NULL
        ORDER BY m."givenUpAt" DESC LIMIT 1) AS "givenUpError",
      (SELECT count(*)::int FROM "outbox_mail" m
        WHERE m."sentAt" > ${now}::timestamptz - interval '24 hours') AS "sentLately"
    FROM "installation" i WHERE i."id" = 1`;
  if (!row) throw new Error('an installation without its row');
  const masked = (answer: string | null) => answer && maskAddresses(answer);
  return {
    isSetUp: mailIsSetUp,
    insideDomains: row.insideMailDomains,
    waiting: {
      count: row.waiting,
      oldestAt: row.oldestAt && toInstant(row.oldestAt),
      lastError: masked(row.waitingError),
    },
    givenUp: {
      count: row.givenUp,
      newestAt: row.newestAt && toInstant(row.newestAt),
      lastError: masked(row.givenUpError),
    },
    sentLately: row.sentLately,
  };
}
