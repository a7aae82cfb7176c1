import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { keepWrites } from '../actions/planned-write.ts';
import { lockManyForWrite } from '../actions/write-action.ts';
import { screeningOptions } from '../screening/screening-options.ts';
import { planAllChanges } from './check-changes.ts';
import { judgeWorkbook } from './judge-workbook.ts';
import { type LockedWorkbook, lockWorkbook, requireVersion } from './lock-workbook.ts';
import { makeNames } from './make-names.ts';
import { screenRows } from './screen-rows.ts';
import { writeNewActions } from './write-new-actions.ts';
import { writeNewRecommendations } from './write-new-recommendations.ts';
import type { Written } from './written.ts';

/** Two thousand rows take some seconds; beyond this something is wrong. */
const TIMEOUT_MS = 60_000;

/**
 * Brings a workbook into its plan: everything in one transaction, judged again as the plan stands now, through the
 * rules of ordinary changes, with an entry in the history for each action. Twice gives the same. The sheets are
 * blanked then: their words live on in the plan, and the file as it came is kept.
 */
export async function importWorkbook(
  ctx: Context,
  scope: Scope,
  { workbookId, version }: { workbookId: string; version: number },
): Promise<{ workbookId: string }> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const row = await lockWorkbook(tx, scope, workbookId);
      if (row.importedAt) return { workbookId };
      if (row.grid === null)
        throw new DomainError('RULE', row.failure || 'The workbook is still being read. Wait a moment.');
      await requireVersion(tx, row, version);
      const written = await write(tx, scope, row);
      await tx.workbookImport.update({
        where: { id: workbookId },
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
      await tx.$executeRaw`UPDATE "workbook_import" SET "grid" = NULL WHERE "id" = ${workbookId}`;
      const { actions, recommendations, updates, teams, posts } = written;
      await recordAudit(tx, scope, {
        action: 'workbook.import',
        entityType: 'WORKBOOK_IMPORT',
        entityId: workbookId,
        planId: row.planId,
        after: {
          fileName: row.fileName,
          actions: actions.length,
          recommendations: recommendations.length,
          updates: updates.length,
          made: teams.length + posts.length,
        },
      });
      return { workbookId };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function write(tx: Tx, scope: Scope, row: LockedWorkbook): Promise<Written> {
  const { judgement } = await judgeWorkbook(tx, scope, row);
  if (judgement.stop !== '') throw new DomainError('RULE', judgement.stop);
  if (judgement.imported === 0)
    throw new DomainError('RULE', 'No row would come in as it stands. Look at the reasons beside the rows.');
  await requireLookedAt(tx, scope, row, judgement);
  const made = await makeNames(tx, scope, judgement);
  const under = await writeNewRecommendations(tx, scope, row, judgement);
  const actions = await writeNewActions(tx, scope, { ...row, judgement, made, under: under.ids });
  const targets = judgement.rows.flatMap(({ outcome, target }) =>
    outcome === 'UPDATE' && target ? [target.id] : [],
  );
  const locked = await lockManyForWrite(tx, targets);
  const planned = await planAllChanges(tx, scope, judgement.rows, { ...row, rows: locked });
  const [refused] = planned.refused.values();
  if (refused) throw new DomainError('RULE', `${refused} Look at the rows again: the plan has changed.`);
  await keepWrites(tx, scope, planned.writes);
  const updates = await tx.action.findMany({
    where: { id: { in: targets } },
    select: { id: true, version: true },
  });
  return {
    requestId: scope.requestId,
    actions,
    recommendations: under.written,
    updates,
    teams: [...made.teams.values()],
    posts: [...made.posts.values()],
  };
}

async function requireLookedAt(
  tx: Tx,
  scope: Scope,
  { choices }: LockedWorkbook,
  judgement: Parameters<typeof screenRows>[0],
): Promise<void> {
  if (choices.hasLookedAtFindings) return;
  const likely = screenRows(judgement, await screeningOptions(tx, scope.today)).filter(
    ({ isLikely }) => isLikely,
  );
  const [first] = likely;
  if (!first) return;
  throw new DomainError(
    'RULE',
    `${likely.length === 1 ? 'One cell looks' : `${likely.length} cells look`} like somebody’s own data, the first in row ${first.row}. Look at them and say so, or leave those rows out.`,
  );
}
