import type { ReportRow } from '@gt/contracts/schemas';
import type { ReportEdition, ReportFormat, ReportKind, ReportState, Sensitivity } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { toInstant, toIsoDateOrNull } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

export const REPORT_SELECT = {
  id: true,
  planId: true,
  kind: true,
  number: true,
  versionNumber: true,
  edition: true,
  state: true,
  title: true,
  marking: true,
  reviewId: true,
  createdById: true,
  createdAt: true,
  changedAt: true,
  issuedById: true,
  issuedAt: true,
  submittedOn: true,
  failure: true,
  redactedAt: true,
  version: true,
  files: {
    orderBy: { format: 'asc' },
    select: { id: true, format: true, fileName: true, size: true, sha256: true },
  },
} as const;

export type RawReport = {
  id: string;
  planId: string;
  kind: ReportKind;
  number: number;
  versionNumber: number;
  edition: ReportEdition;
  state: ReportState;
  title: string;
  marking: string;
  reviewId: string | null;
  createdById: string | null;
  createdAt: Date;
  changedAt: Date;
  issuedById: string | null;
  issuedAt: Date | null;
  submittedOn: Date | null;
  failure: string | null;
  redactedAt: Date | null;
  version: number;
  files: { id: string; format: ReportFormat; fileName: string; size: number; sha256: string }[];
};

/** Drafts are for those who write papers; everybody else reads what was issued. */
export function visibleReports(scope: Scope) {
  const state = holds(scope.roles, 'report.edit') ? {} : ({ state: 'ISSUED' } as const);
  return { ...state, plan: { deletedAt: null } };
}

/** Papers for the wire, with everybody named in one statement. */
export async function toReportRows(db: Db | Tx, rows: readonly RawReport[]): Promise<ReportRow[]> {
  const ids = rows.flatMap(({ createdById, issuedById }) => [createdById ?? [], issuedById ?? []].flat());
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const person = (id: string | null) => id && { id, name: names.get(id) ?? 'Somebody no longer on record' };
  return rows.map(({ createdById, issuedById, ...row }) => ({
    ...row,
    marking: markingOf(row.marking),
    createdBy: person(createdById) || null,
    createdAt: toInstant(row.createdAt),
    changedAt: toInstant(row.changedAt),
    issuedBy: person(issuedById) || null,
    issuedAt: row.issuedAt && toInstant(row.issuedAt),
    submittedOn: toIsoDateOrNull(row.submittedOn),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  }));
}

/** A marking on record; what is not understood is handled with the greater care. */
export function markingOf(marking: string): Sensitivity {
  return marking === 'OFFICIAL' ? marking : 'OFFICIAL_SENSITIVE';
}
