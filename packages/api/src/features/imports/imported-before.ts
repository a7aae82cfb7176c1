import type { ImportedBefore } from '@gt/contracts/schemas';
import type { ReportDraft } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { fromIsoDateOrNull, toInstant } from '../../core/dates.ts';

type Run = { id: string; sha256: string; fileName: string };
/** So many are named; there are never more in practice. */
const MOST = 5;

/**
 * What the same report has led to before: a plan made from the very same file, a plan whose inspection has the same
 * council and the same days, or a reading of the same file that nobody has confirmed. Nothing is refused: a person
 * may want a second plan, and is told first.
 */
export async function importedBefore(db: Db, run: Run, draft: ReportDraft): Promise<ImportedBefore[]> {
  const [byFile, byFacts, unfinished] = await Promise.all([
    db.inspection.findMany({
      where: { reportSha256: run.sha256, plan: { deletedAt: null } },
      select: { createdAt: true, plan: { select: { id: true, name: true } } },
      orderBy: { createdAt: 'desc' },
      take: MOST,
    }),
    draft.authority && draft.startDate
      ? db.inspection.findMany({
          where: {
            authority: { equals: draft.authority, mode: 'insensitive' },
            startDate: fromIsoDateOrNull(draft.startDate),
            endDate: fromIsoDateOrNull(draft.endDate),
            plan: { deletedAt: null },
          },
          select: { createdAt: true, plan: { select: { id: true, name: true } } },
          orderBy: { createdAt: 'desc' },
          take: MOST,
        })
      : [],
    db.importRun.findMany({
      where: { sha256: run.sha256, planId: null, id: { not: run.id } },
      select: { id: true, fileName: true, createdAt: true },
      orderBy: { createdAt: 'desc' },
      take: 1,
    }),
  ]);
  const named = (how: 'FILE' | 'INSPECTION') => (row: (typeof byFile)[number]) => ({
    how,
    planId: row.plan.id,
    importId: null,
    name: row.plan.name,
    at: toInstant(row.createdAt),
  });
  const files = byFile.map(named('FILE'));
  const same = byFacts
    .map(named('INSPECTION'))
    .filter(({ planId }) => files.every((file) => file.planId !== planId));
  const open = unfinished.map(({ id, fileName, createdAt }) => ({
    how: 'UNFINISHED' as const,
    planId: null,
    importId: id,
    name: fileName,
    at: toInstant(createdAt),
  }));
  return [...files, ...same, ...open];
}
