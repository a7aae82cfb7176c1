import type { Tx } from '@gt/db';
import { toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';

/** An inspection kept as history, for whoever writes to it, its row locked. Throws NOT_FOUND, RULE. */
export async function loadEarlier(tx: Tx, id: string, bin: 'live' | 'removed' = 'live') {
  await tx.$executeRaw`SELECT 1 FROM "earlier_inspection" WHERE "id" = ${id} FOR UPDATE`;
  const row = await tx.earlierInspection.findFirst({
    where: { id, deletedAt: bin === 'live' ? null : { not: null } },
    select: {
      id: true,
      planId: true,
      kind: true,
      frameworkKey: true,
      authority: true,
      inspectionDateText: true,
      startDate: true,
      endDate: true,
      publicationDate: true,
      reportSha256: true,
      redactedAt: true,
      version: true,
      judgements: { select: { area: true, grade: true }, orderBy: { area: 'asc' } },
    },
  });
  if (!row) throw notFound('earlier inspection');
  if (row.redactedAt) {
    throw new DomainError('RULE', 'The words of this inspection were destroyed, so it cannot be changed.');
  }
  const { startDate, endDate, publicationDate, ...facts } = row;
  return {
    ...facts,
    startDate: toIsoDateOrNull(startDate),
    endDate: toIsoDate(endDate),
    publicationDate: toIsoDateOrNull(publicationDate),
  };
}

type Earlier = Awaited<ReturnType<typeof loadEarlier>>;

/** The fields a person can change, by the schema's names: for conflicts and for the history. */
export function earlierValues(row: Earlier) {
  const {
    kind,
    frameworkKey,
    authority,
    inspectionDateText,
    startDate,
    endDate,
    publicationDate,
    judgements,
  } = row;
  return {
    kind,
    frameworkKey,
    authority,
    inspectionDateText,
    startDate,
    endDate,
    publicationDate,
    judgements,
  };
}
