import { type Sql, sql } from '@gt/db';

/**
 * Every content of the store that a live row names, a row for each, as ("sha256", "name"). Destroyed records and
 * expired packs name nothing: their bytes must go. A new table with files belongs here, and nowhere else.
 */
export const namedContents: Sql = sql`
  SELECT v."sha256", 'E' || e."number" || ', version ' || v."number" || ' (' || p."name" || ')' AS "name"
    FROM "evidence_version" v JOIN "evidence" e ON e."id" = v."evidenceId" JOIN "plan" p ON p."id" = e."planId"
    WHERE v."redactedAt" IS NULL
  UNION ALL SELECT i."reportSha256", 'Report of an inspection' FROM "inspection" i WHERE i."reportSha256" IS NOT NULL
  UNION ALL SELECT h."reportSha256", 'Report of an earlier inspection' FROM "earlier_inspection" h
    WHERE h."reportSha256" IS NOT NULL
  UNION ALL SELECT c."submittedSha256", 'Statement of action as submitted' FROM "statutory_clock" c
    WHERE c."submittedSha256" IS NOT NULL
  UNION ALL SELECT r."sha256", 'Report that is being read' FROM "import_run" r
  UNION ALL SELECT w."sha256", 'Workbook that was brought in' FROM "workbook_import" w
  UNION ALL SELECT g."sha256", 'File of figures' FROM "figure_import" g
  UNION ALL SELECT f."sha256", 'Report as issued' FROM "report_file" f
  UNION ALL SELECT k."sha256", 'Pack ' || k."number" FROM "pack" k
    WHERE k."sha256" IS NOT NULL AND k."redactedAt" IS NULL AND k."expiredAt" IS NULL`;
