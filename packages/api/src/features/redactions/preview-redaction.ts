import type { RedactableEntity } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { canDecideRedaction, seesWholePlan } from '@gt/domain/authz';
import type { Context } from '../../core/context.ts';
import { notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type Destroyable, loadDestroyable } from './destroyable.ts';

export type RedactionPreview = {
  reference: string;
  place: Destroyable['place'];
  /** The words that would vanish; null for an administrator who does not read plans. */
  texts: string[] | null;
  files: number;
  /** Of these, the ones whose bytes stay because another record holds the same file. */
  filesElsewhere: number;
  /** Finished packs that were built since the words were written: they lose their bytes. */
  packs: number;
};

/** What agreeing to a request would destroy, for the second person to look at first. Reads only. */
export async function previewRedaction(
  ctx: Context,
  scope: Scope,
  input: { redactionId: string },
): Promise<RedactionPreview> {
  const row = await ctx.db.redaction.findUnique({
    where: { id: input.redactionId },
    select: { entity: true, entityId: true, requestedById: true, state: true },
  });
  if (row?.state !== 'REQUESTED') throw notFound('request');
  const decision = canDecideRedaction(scope, row);
  if (!decision.ok) throw notAllowed(decision.reason);
  const entity: RedactableEntity = row.entity;
  return ctx.db.$transaction(async (tx) => {
    const target = await loadDestroyable(tx, scope, entity, row.entityId);
    const packs = await tx.pack.count({
      where: {
        planId: target.planId,
        state: 'READY',
        redactedAt: null,
        finishedAt: { gte: target.createdAt },
      },
    });
    return {
      reference: target.reference,
      place: target.place,
      texts: seesWholePlan(scope.roles) ? [...new Set(target.texts)] : null,
      files: target.sha256s.length,
      filesElsewhere: await heldElsewhere(tx, row, target.sha256s),
      packs,
    };
  });
}

async function heldElsewhere(tx: Tx, { entityId }: { entityId: string }, sha256s: string[]): Promise<number> {
  if (sha256s.length === 0) return 0;
  const [row] = await tx.$queryRaw<{ held: number }[]>`
    SELECT count(*)::int AS "held" FROM unnest(${sha256s}::text[]) AS s
    WHERE EXISTS (SELECT 1 FROM "evidence_version" v WHERE v."sha256" = s AND v."redactedAt" IS NULL
        AND v."id" <> ${entityId} AND v."evidenceId" <> ${entityId})
      OR EXISTS (SELECT 1 FROM "inspection" i WHERE i."reportSha256" = s)
      OR EXISTS (SELECT 1 FROM "statutory_clock" c WHERE c."submittedSha256" = s)
      OR EXISTS (SELECT 1 FROM "import_run" r WHERE r."sha256" = s)`;
  return row?.held ?? 0;
}
