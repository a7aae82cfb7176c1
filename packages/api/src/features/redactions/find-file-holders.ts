import type { Tx } from '@gt/db';
import { evidenceReference } from '@gt/domain/evidence';
import type { Scope } from '../../core/scope.ts';
import type { Destroyable } from './destroyable.ts';

type Holder = { sha256: string; what: string; planId: string | null; number: number | null };

const DOCUMENTS: Record<string, string> = {
  REPORT: 'the inspection report',
  EARLIER: 'the report of an earlier inspection',
  STATEMENT: 'the statement that was submitted',
  IMPORT: 'an imported report',
  WORKBOOK: 'a workbook that was brought in',
  FIGURES: 'a file of figures',
  PAPER: 'a paper that was issued',
};

/**
 * Which of the files to be destroyed keep their bytes, because another record (of any plan) holds the same file, and
 * what those records are called. One statement.
 */
export async function findFileHolders(
  tx: Tx,
  _scope: Scope,
  entityId: string,
  target: Destroyable,
): Promise<{ filesElsewhere: number; fileHolders: string[] }> {
  if (target.sha256s.length === 0) return { filesElsewhere: 0, fileHolders: [] };
  const rows = await tx.$queryRaw<Holder[]>`
    SELECT s AS "sha256", h."what", h."planId", h."number"
    FROM unnest(${target.sha256s}::text[]) AS s JOIN LATERAL (
      SELECT 'EVIDENCE' AS "what", e."planId", e."number" FROM "evidence_version" v
        JOIN "evidence" e ON e."id" = v."evidenceId"
        WHERE v."sha256" = s AND v."redactedAt" IS NULL AND v."id" <> ${entityId} AND v."evidenceId" <> ${entityId}
      UNION ALL SELECT 'REPORT', i."planId", NULL FROM "inspection" i WHERE i."reportSha256" = s
      UNION ALL SELECT 'EARLIER', h."planId", NULL FROM "earlier_inspection" h
        WHERE h."reportSha256" = s AND h."id" <> ${entityId}
      UNION ALL SELECT 'STATEMENT', c."planId", NULL FROM "statutory_clock" c WHERE c."submittedSha256" = s
      UNION ALL SELECT 'IMPORT', NULL, NULL FROM "import_run" r WHERE r."sha256" = s AND NOT EXISTS (
        SELECT 1 FROM "earlier_inspection" h WHERE h."id" = ${entityId} AND h."planId" = r."planId")
      UNION ALL SELECT 'WORKBOOK', w."planId", NULL FROM "workbook_import" w WHERE w."sha256" = s
      UNION ALL SELECT 'FIGURES', g."planId", NULL FROM "figure_import" g WHERE g."sha256" = s
      UNION ALL SELECT 'PAPER', p."planId", NULL FROM "report_file" f JOIN "report" p ON p."id" = f."reportId"
        WHERE f."sha256" = s AND p."id" <> ${entityId}
    ) h ON true
    ORDER BY h."number" NULLS LAST, h."what"`;
  return {
    filesElsewhere: new Set(rows.map(({ sha256 }) => sha256)).size,
    fileHolders: [...new Set(rows.map((row) => holderWords(row, target.planId)))],
  };
}

function holderWords({ what, planId, number }: Holder, ownPlanId: string): string {
  const words = number === null ? (DOCUMENTS[what] ?? '') : evidenceReference(number);
  return planId === null || planId === ownPlanId ? words : `${words} of another plan`;
}
