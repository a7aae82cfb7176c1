import type { EarlierKnownInput, EarlierKnownOut } from '@gt/contracts/schemas';
import { formatDate, type InspectionKind, type IsoDate, type ReportDraft } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { authorityKey } from '@gt/domain/lineage';
import { fromIsoDate, londonDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** What an inspection is recognised by: the very same file, or the same council and last day. */
type Told = {
  authority: string;
  kind: InspectionKind | null;
  endDate: IsoDate | null;
  sha256: string | null;
};

/** Whether the inspection whose report was read is here already, before anything is typed. Three statements. */
export async function readKnownAlready(
  db: Db,
  _scope: Scope,
  { importId }: EarlierKnownInput,
): Promise<EarlierKnownOut> {
  const run = await db.importRun.findUnique({
    where: { id: importId },
    select: { sha256: true, draft: true },
  });
  if (!run) throw notFound('import');
  const { authority = null, endDate = null } = run.draft as unknown as Partial<ReportDraft>;
  const sentence = await knownAlready(db, {
    authority: authority ?? '',
    kind: null,
    endDate,
    sha256: run.sha256,
  });
  return { sentence };
}

/** Says where the inspection is already, or null. `exceptId` is the one that is being changed. */
export async function knownAlready(db: Db | Tx, told: Told, exceptId?: string): Promise<string | null> {
  const isSame = (row: { authority: string; kind: InspectionKind; sha256: string | null }) =>
    (told.sha256 !== null && row.sha256 === told.sha256) ||
    (authorityKey(row.authority) === authorityKey(told.authority) &&
      (told.kind === null || row.kind === told.kind));
  const either = [
    ...(told.sha256 === null ? [] : [{ reportSha256: told.sha256 }]),
    ...(told.endDate === null ? [] : [{ endDate: fromIsoDate(told.endDate) }]),
  ];
  const select = { authority: true, kind: true, reportSha256: true } as const;
  const [here, kept] = await Promise.all([
    db.inspection.findMany({
      where: { OR: either, plan: { deletedAt: null } },
      select: { ...select, plan: { select: { name: true } } },
    }),
    db.earlierInspection.findMany({
      where: { OR: either, deletedAt: null, id: { not: exceptId ?? '' } },
      select: { ...select, createdAt: true },
    }),
  ]);
  const inPlan = here.find(({ reportSha256, ...row }) => isSame({ ...row, sha256: reportSha256 }));
  if (inPlan)
    return `This inspection is in “${inPlan.plan.name}” already, and stands in the lineage by itself.`;
  const earlier = kept.find(({ reportSha256, ...row }) => isSame({ ...row, sha256: reportSha256 }));
  return earlier
    ? `This inspection was brought in as history on ${formatDate(londonDate(earlier.createdAt))} already.`
    : null;
}
