import type { FigureConfirmInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import type { JudgedFigure } from '@gt/domain/measure';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { enterManyFigures } from '../measures/enter-many.ts';
import { screeningOptions } from '../screening/screening-options.ts';
import { type JudgedImport, judgeImport, pointKey, screenComments } from './judge-import.ts';
import { type LockedFigures, lockFigures, requireVersion, type WrittenFigures } from './lock-figures.ts';

/** Twenty thousand figures take some seconds; beyond this something is wrong. */
const TIMEOUT_MS = 60_000;

/**
 * Enters every figure of a file that can be entered, of all its measures in one transaction, judged again as the
 * measures stand now. When that would come to something else than the person saw, nothing is written. Twice gives the
 * same. The sheets are blanked then; the file as it came is kept.
 */
export async function enterFigures(
  ctx: Context,
  scope: Scope,
  { importId, version, expected }: FigureConfirmInput,
): Promise<{ importId: string }> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const row = await lockFigures(tx, scope, importId);
      if (row.importedAt) return { importId };
      if (row.grid === null)
        throw new DomainError('RULE', row.failure || 'The file is still being read. Wait a moment.');
      await requireVersion(tx, row, version);
      const found = await judgeImport(tx, scope, row);
      await assertMayEnter(tx, scope, row, found, expected);
      const written = await write(tx, scope, row, found);
      await keep(tx, scope, importId, written);
      await recordAudit(tx, scope, {
        action: 'figures.enter',
        entityType: 'FIGURE_IMPORT',
        entityId: importId,
        planId: row.planId,
        after: {
          fileName: row.fileName,
          added: written.points.length - written.replaced.length,
          corrected: written.replaced.length,
          measures: written.measures,
        },
      });
      return { importId };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function assertMayEnter(
  tx: Tx,
  scope: Scope,
  { choices }: LockedFigures,
  { judged }: JudgedImport,
  expected: FigureConfirmInput['expected'],
): Promise<void> {
  const { stop, counts, words } = judged;
  if (stop !== '') throw new DomainError('RULE', stop);
  if (counts.ADD !== expected.add || counts.CORRECT !== expected.correct) {
    const message = `The figures on record have changed since you looked: now it would be ${words}. Look at the rows again; nothing was entered.`;
    throw new DomainError('RULE', message);
  }
  if (counts.CORRECT > 0 && choices.reason.trim() === '')
    throw invalid([{ field: 'reason', message: 'Enter why figures on record are corrected' }]);
  if (choices.hasLookedAtFindings) return;
  const likely = screenComments(judged, await screeningOptions(tx, scope.today)).find(
    ({ isLikely }) => isLikely,
  );
  if (likely)
    throw new DomainError(
      'RULE',
      `A comment looks like somebody’s own data, the first in row ${likely.row}. Look at it and say so, or mend the file.`,
    );
}

async function write(
  tx: Tx,
  scope: Scope,
  row: LockedFigures,
  { judged, onRecord }: JudgedImport,
): Promise<WrittenFigures> {
  const rows = judged.rows.flatMap((one) => entered(one, row.choices.reason));
  const written: WrittenFigures = { points: [], replaced: [], measures: 0 };
  for (const [measureId, points] of Map.groupBy(rows, (one) => one.measureId)) {
    const replaced = points.flatMap(({ date }) => onRecord.get(pointKey(measureId, date)) ?? []);
    await enterManyFigures(tx, scope, { measureId, points, replaced, fileName: row.fileName });
    written.points.push(...points.map(({ id }) => id));
    written.replaced.push(...replaced);
    written.measures += 1;
  }
  return written;
}

/** A correction needs a comment: the row's own, else the one for all of them. */
function entered(row: JudgedFigure, reason: string) {
  const { measureId, date, value, share, outcome } = row;
  if (measureId === null || date === null || value === null) return [];
  if (outcome !== 'ADD' && outcome !== 'CORRECT') return [];
  const comment = row.comment === '' && outcome === 'CORRECT' ? reason : row.comment;
  const counts = { numerator: share?.numerator ?? null, denominator: share?.denominator ?? null };
  return [{ id: newId(), measureId, date, value, ...counts, comment }];
}

async function keep(tx: Tx, scope: Scope, importId: string, written: WrittenFigures): Promise<void> {
  await tx.figureImport.update({
    where: { id: importId },
    data: {
      importedById: scope.userId,
      importedAt: scope.now,
      undoneAt: null,
      undoneById: null,
      written,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await tx.$executeRaw`UPDATE "figure_import" SET "grid" = NULL WHERE "id" = ${importId}`;
}
