import type { MeasureDetail } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { fromIsoDate, toInstant, toIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/** The days from which the limits of a control chart are worked out anew, oldest first. */
export async function loadSteps(tx: Tx, measureId: string): Promise<{ date: IsoDate }[]> {
  const rows = await tx.measureStep.findMany({
    where: { measureId, removedAt: null },
    select: { date: true },
    orderBy: { date: 'asc' },
  });
  return rows.map(({ date }) => ({ date: toIsoDate(date) }));
}

type RawStep = {
  id: string;
  date: IsoDate;
  reason: string;
  by: string | null;
  createdAt: Date;
  removedBy: string | null;
  removedAt: Date | null;
  redactedAt: Date | null;
};

/** Every step of a measure, newest first, those taken back too. */
export async function stepsOf(db: Db, _scope: Scope, measureId: string): Promise<MeasureDetail['steps']> {
  const rows = await db.$queryRaw<RawStep[]>`
    SELECT s."id", s."date"::text, s."reason", u."name" AS "by", s."createdAt", ru."name" AS "removedBy", s."removedAt",
      s."redactedAt"
    FROM "measure_step" s LEFT JOIN "user" u ON u."id" = s."createdById"
    LEFT JOIN "user" ru ON ru."id" = s."removedById"
    WHERE s."measureId" = ${measureId} ORDER BY s."date" DESC, s."createdAt" DESC`;
  return rows.map(({ createdAt, by, ...row }) => ({
    ...row,
    by: by ?? '',
    at: toInstant(createdAt),
    removedAt: row.removedAt && toInstant(row.removedAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  }));
}

type RawComment = {
  id: string;
  date: IsoDate;
  body: string;
  authorId: string;
  author: string | null;
  createdAt: Date;
  redactedAt: Date | null;
};

/** What was said of the figures of a measure, oldest first. */
export async function commentsOf(
  db: Db,
  scope: Scope,
  measureId: string,
): Promise<MeasureDetail['comments']> {
  const rows = await db.$queryRaw<RawComment[]>`
    SELECT c."id", c."date"::text, c."body", c."authorId", u."name" AS "author", c."createdAt", c."redactedAt"
    FROM "measure_comment" c LEFT JOIN "user" u ON u."id" = c."authorId"
    WHERE c."measureId" = ${measureId} AND c."deletedAt" IS NULL ORDER BY c."date", c."createdAt"`;
  return rows.map(({ authorId, author, createdAt, redactedAt, ...row }) => ({
    ...row,
    author: { id: authorId, name: author ?? '' },
    at: toInstant(createdAt),
    mayRemove: authorId === scope.userId && redactedAt === null,
    redactedAt: redactedAt && toInstant(redactedAt),
  }));
}

/** A figure that is corrected to another day takes along what was said of it. */
export async function moveComments(tx: Tx, measureId: string, from: IsoDate, to: IsoDate): Promise<void> {
  if (from === to) return;
  await tx.measureComment.updateMany({
    where: { measureId, date: fromIsoDate(from) },
    data: { date: fromIsoDate(to) },
  });
}
