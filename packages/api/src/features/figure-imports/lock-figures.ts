import type { FigureChoices } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

/** What an import wrote, by id: the figures it entered, and those that they took the place of. */
export type WrittenFigures = { points: string[]; replaced: string[]; measures: number };

/** A file of figures is its bringer's, and the programme lead's. Throws NOT_ALLOWED. */
export function assertOwnFile(scope: Scope, row: { createdById: string }): void {
  if (row.createdById === scope.userId || scope.roles.includes('PROGRAMME_LEAD')) return;
  throw notAllowed(
    'Somebody else brought this file. Whoever brought it, and the programme lead, can open it.',
  );
}

/** A file of figures for a write: nobody else writes to it, or enters another into its plan, until the end. */
export async function lockFigures(tx: Tx, scope: Scope, importId: string) {
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "plan" p JOIN "figure_import" f ON f."planId" = p."id"
    WHERE f."id" = ${importId} FOR UPDATE OF p, f`;
  const row = await tx.figureImport.findFirst({
    where: { id: importId, plan: { deletedAt: null } },
    select: {
      id: true,
      planId: true,
      grid: true,
      failure: true,
      choices: true,
      written: true,
      importedAt: true,
      createdById: true,
      version: true,
      fileName: true,
    },
  });
  if (!row) throw notFound('file of figures');
  assertOwnFile(scope, row);
  // Both were written by this feature.
  return {
    ...row,
    choices: row.choices as FigureChoices,
    written: row.written as WrittenFigures | null,
  };
}

export type LockedFigures = Awaited<ReturnType<typeof lockFigures>>;

/** Throws CONFLICT when it was changed since `version` was read. */
export async function requireVersion(tx: Tx, row: LockedFigures, version: number): Promise<void> {
  if (row.version === version) return;
  throw await staleWrite(tx, 'FIGURE_IMPORT', row.id, row.version, { choices: row.choices });
}
