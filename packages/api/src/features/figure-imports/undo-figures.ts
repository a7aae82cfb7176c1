import type { FigureUndoInput, FigureUndoOut } from '@gt/contracts/schemas';
import { formatDate, type IsoDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { measureReference } from '@gt/domain/measure';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { takeFiguresBack } from '../measures/enter-many.ts';
import { lockFigures, requireVersion, type WrittenFigures } from './lock-figures.ts';

const TIMEOUT_MS = 60_000;

/**
 * Takes the figures of a file back in one transaction: what it entered goes, what it replaced stands again. Where one
 * was corrected since, nothing is undone and the answer names each; with `keepChanged` those stay. Only the history
 * tells of it afterwards. The file is read again, so that it can be brought in better.
 */
export async function undoFigures(
  ctx: Context,
  scope: Scope,
  { importId, version, keepChanged }: FigureUndoInput,
): Promise<FigureUndoOut> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const row = await lockFigures(tx, scope, importId);
      if (!row.importedAt || !row.written)
        throw new DomainError(
          'RULE',
          'The figures of this file are not entered, so there is nothing to undo.',
        );
      await requireVersion(tx, row, version);
      const points = await loadPoints(tx, row.written);
      const changed = points
        .filter(({ replacedAt }) => replacedAt !== null)
        .map(({ number, date }) => `${measureReference(number)}, ${formatDate(date)}`);
      if (changed.length > 0 && !keepChanged) return { undone: false, changed };
      await takeBack(tx, scope, points);
      await forget(tx, scope, importId);
      await recordAudit(tx, scope, {
        action: 'figures.undo',
        entityType: 'FIGURE_IMPORT',
        entityId: importId,
        planId: row.planId,
        after: { removed: points.length - changed.length, kept: changed },
      });
      await ctx.jobs.enqueue(tx, 'figures.read', { importId });
      return { undone: true, changed };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

type Entered = {
  id: string;
  measureId: string;
  number: number;
  date: IsoDate;
  replacedAt: Date | null;
  /** The figure whose place it took. */
  before: string | null;
};

async function loadPoints(tx: Tx, { points, replaced }: WrittenFigures): Promise<Entered[]> {
  return tx.$queryRaw<Entered[]>`
    SELECT mp."id", mp."measureId", m."number", mp."date"::text, mp."replacedAt", b."id" AS "before"
    FROM "measure_point" mp JOIN "measure" m ON m."id" = mp."measureId" AND m."deletedAt" IS NULL
    LEFT JOIN "measure_point" b ON b."id" = ANY(${replaced}::text[]) AND b."measureId" = mp."measureId"
      AND b."date" = mp."date"
    WHERE mp."id" = ANY(${points}::text[]) ORDER BY m."number", mp."date"`;
}

async function takeBack(tx: Tx, scope: Scope, points: readonly Entered[]): Promise<void> {
  const standing = points.filter(({ replacedAt }) => replacedAt === null);
  for (const [measureId, own] of Map.groupBy(standing, (point) => point.measureId)) {
    await takeFiguresBack(tx, scope, {
      measureId,
      points: own.map(({ id }) => id),
      restored: own.flatMap(({ before }) => before ?? []),
    });
  }
}

async function forget(tx: Tx, scope: Scope, importId: string): Promise<void> {
  await tx.figureImport.update({
    where: { id: importId },
    data: {
      importedAt: null,
      importedById: null,
      undoneAt: scope.now,
      undoneById: scope.userId,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await tx.$executeRaw`UPDATE "figure_import" SET "written" = NULL WHERE "id" = ${importId}`;
}
