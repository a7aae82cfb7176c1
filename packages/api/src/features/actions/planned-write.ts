import type { ActionRef } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { type AuditEntry, recordAudits } from '../../core/audit.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { type Telling, tellAll } from '../../core/tell.ts';
import { tellOtherPlans } from './tell-other-plans.ts';
import { type ActionColumns, type ActionForWrite, refOf, writeAction } from './write-action.ts';

type Links = { before: readonly string[]; after: readonly string[] };

/** Everything one decided change writes: made by a `plan-…` function, kept by `keepWrite` or, for many, `keepWrites`. */
export type PlannedWrite = {
  row: ActionForWrite;
  columns: ActionColumns;
  supportingTeamIds?: Links;
  alsoServesIds?: Links;
  /** A row for the date ledger. */
  revision?: {
    fromDate: Date | null;
    toDate: Date | null;
    reason: string;
    agreedBy?: 'NONE' | 'LEAD' | 'BOARD';
    agreedById?: string | null;
    agreedNote?: string;
    agreedOn?: Date | null;
    takenBackAt?: Date;
    /** Who asked for it, when somebody else agreed; otherwise whoever writes. */
    changedById?: string;
  };
  audit: Pick<AuditEntry, 'action' | 'before' | 'after'>;
  tellings: readonly Omit<Telling, 'planId' | 'actionId'>[];
  /** What it did, for the line of a bulk change: "Given to Fostering." */
  sentence: string;
};

/** Writes one planned change at the version its row was read with. Throws CONFLICT when somebody was sooner. */
export async function keepWrite(tx: Tx, scope: Scope, planned: PlannedWrite): Promise<ActionRef> {
  const written = await writeAction(tx, scope, planned.row, planned.columns);
  await keepBeside(tx, scope, [planned]);
  return written;
}

/**
 * Writes many planned changes whose rows this transaction has locked: rows that get the same values in one
 * statement, history and inboxes in one each. Answers the new references in the order given.
 */
export async function keepWrites(
  tx: Tx,
  scope: Scope,
  planned: readonly PlannedWrite[],
): Promise<ActionRef[]> {
  const alike = Map.groupBy(planned, ({ columns }) => JSON.stringify(columns));
  for (const group of alike.values()) {
    const [first] = group;
    if (!first) continue;
    await tx.action.updateMany({
      where: { id: { in: group.map(({ row }) => row.id) } },
      data: {
        ...first.columns,
        version: { increment: 1 },
        changedById: scope.userId,
        changedAt: scope.now,
      },
    });
  }
  await keepBeside(tx, scope, planned);
  return planned.map(({ row }) => ({ ...refOf(row), version: row.version + 1 }));
}

async function keepBeside(tx: Tx, scope: Scope, planned: readonly PlannedWrite[]): Promise<void> {
  await keepSupporting(tx, planned);
  await keepAlsoServes(tx, scope, planned);
  const revisions = planned.flatMap(({ row, revision }) =>
    revision
      ? [{ id: newId(), actionId: row.id, changedById: scope.userId, ...revision, changedAt: scope.now }]
      : [],
  );
  await takeBack(tx, scope, revisions);
  if (revisions.length > 0) await tx.dateRevision.createMany({ data: revisions });
  await recordAudits(
    tx,
    scope,
    planned.map(({ row, audit }) => ({
      ...audit,
      entityType: 'ACTION',
      entityId: row.id,
      planId: row.planId,
    })),
  );
  await tellAll(
    tx,
    scope,
    planned.flatMap(({ row, tellings }) =>
      tellings.map((telling) => ({ ...telling, planId: row.planId, actionId: row.id })),
    ),
  );
}

function difference(planned: readonly PlannedWrite[], field: 'supportingTeamIds' | 'alsoServesIds') {
  const gone: { actionId: string; id: string }[] = [];
  const added: { actionId: string; id: string }[] = [];
  for (const { row, [field]: links } of planned) {
    if (!links) continue;
    for (const id of links.before) if (!links.after.includes(id)) gone.push({ actionId: row.id, id });
    for (const id of links.after) if (!links.before.includes(id)) added.push({ actionId: row.id, id });
  }
  return { gone, added };
}

async function keepSupporting(tx: Tx, planned: readonly PlannedWrite[]): Promise<void> {
  const { gone, added } = difference(planned, 'supportingTeamIds');
  const rows = (links: typeof gone) => links.map(({ actionId, id }) => ({ actionId, teamId: id }));
  if (gone.length > 0) await tx.supportingTeam.deleteMany({ where: { OR: rows(gone) } });
  if (added.length > 0) await tx.supportingTeam.createMany({ data: rows(added) });
}

async function keepAlsoServes(tx: Tx, scope: Scope, planned: readonly PlannedWrite[]): Promise<void> {
  const { gone, added } = difference(planned, 'alsoServesIds');
  const rows = (links: typeof gone) => links.map(({ actionId, id }) => ({ actionId, recommendationId: id }));
  if (gone.length > 0) await tx.alsoServes.deleteMany({ where: { OR: rows(gone) } });
  if (added.length > 0) await tx.alsoServes.createMany({ data: rows(added) });
  await tellOtherPlans(
    tx,
    scope,
    planned.map(({ row }) => row),
    { gone: rows(gone), added: rows(added) },
  );
}

/** Marks the newest row of the ledger as the slip that is taken back now, so that neither counts as a move. */
async function takeBack(
  tx: Tx,
  scope: Scope,
  revisions: readonly { actionId: string; takenBackAt?: Date }[],
): Promise<void> {
  const actionIds = revisions.flatMap(({ actionId, takenBackAt }) => (takenBackAt ? [actionId] : []));
  if (actionIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE "date_revision" SET "takenBackAt" = ${scope.now} WHERE "id" IN (
      SELECT DISTINCT ON (d."actionId") d."id" FROM "date_revision" d
      WHERE d."actionId" = ANY(${actionIds}::text[]) AND d."takenBackAt" IS NULL
      ORDER BY d."actionId", d."changedAt" DESC, d."id" DESC)`;
}
