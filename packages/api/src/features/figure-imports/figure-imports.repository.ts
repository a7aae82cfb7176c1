import type {
  FigureImportListOut,
  FigureImportOut,
  FigureRowsInput,
  FigureRowsOut,
} from '@gt/contracts/schemas';
import type { FigureChoices } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { screeningOptions } from '../screening/screening-options.ts';
import { judgeImport, screenComments } from './judge-import.ts';
import { assertOwnFile, type WrittenFigures } from './lock-figures.ts';

/** Rows of one page, and findings that are named. */
const PAGE = 100;
const FINDINGS = 30;

type Raw = {
  id: string;
  planId: string;
  fileName: string;
  failure: string;
  isRead: boolean;
  createdById: string;
  createdBy: string | null;
  createdAt: Date;
  importedBy: string | null;
  importedAt: Date | null;
  undoneAt: Date | null;
  written: WrittenFigures | null;
  choices: FigureChoices;
  version: number;
};

/** Sheets are megabytes: here only whether they are there. */
function load(db: Db, which: Sql): Promise<Raw[]> {
  return db.$queryRaw<Raw[]>`
    SELECT f."id", f."planId", f."fileName", f."failure", f."grid" IS NOT NULL AS "isRead", f."createdById",
      cu."name" AS "createdBy", f."createdAt", iu."name" AS "importedBy", f."importedAt", f."undoneAt", f."written",
      f."choices", f."version"
    FROM "figure_import" f JOIN "plan" p ON p."id" = f."planId" AND p."deletedAt" IS NULL
    LEFT JOIN "user" cu ON cu."id" = f."createdById" LEFT JOIN "user" iu ON iu."id" = f."importedById"
    WHERE ${which} ORDER BY f."createdAt" DESC LIMIT 100`;
}

/** The files of figures of a plan, newest first: one's own, for the programme lead all. */
export async function listFigureImports(db: Db, scope: Scope, planId: string): Promise<FigureImportListOut> {
  const isLead = scope.roles.includes('PROGRAMME_LEAD');
  const rows = await load(
    db,
    sql`f."planId" = ${planId} AND (${isLead} OR f."createdById" = ${scope.userId})`,
  );
  return rows.map(refOf);
}

function refOf(row: Raw): FigureImportListOut[number] {
  const state = row.importedAt
    ? 'IMPORTED'
    : row.failure !== ''
      ? 'FAILED'
      : row.isRead
        ? 'READY'
        : 'READING';
  return {
    id: row.id,
    planId: row.planId,
    fileName: row.fileName,
    state,
    failure: row.failure,
    createdBy: row.createdBy ?? '',
    createdAt: toInstant(row.createdAt),
    importedBy: row.importedBy,
    importedAt: row.importedAt && toInstant(row.importedAt),
    undoneAt: row.undoneAt && toInstant(row.undoneAt),
    entered: row.written && { figures: row.written.points.length, measures: row.written.measures },
    version: row.version,
  };
}

async function loadOwn(db: Db, scope: Scope, importId: string): Promise<Raw> {
  const [row] = await load(db, sql`f."id" = ${importId}`);
  if (!row) throw notFound('file of figures');
  assertOwnFile(scope, row);
  return row;
}

async function judgeOwn(db: Db, scope: Scope, row: Raw) {
  const held = await db.figureImport.findUniqueOrThrow({ where: { id: row.id }, select: { grid: true } });
  return (await judgeImport(db, scope, { ...row, grid: held.grid })).judged;
}

/** One file with what it would do now. Throws NOT_FOUND. */
export async function getFigureImport(db: Db, scope: Scope, importId: string): Promise<FigureImportOut> {
  const row = await loadOwn(db, scope, importId);
  const ref = refOf(row);
  if (ref.state !== 'READY') return { ...ref, choices: row.choices, dryRun: null };
  const judged = await judgeOwn(db, scope, row);
  const findings = screenComments(judged, await screeningOptions(db, scope.today));
  const { counts, measures, words, stop } = judged;
  return {
    ...ref,
    choices: row.choices,
    dryRun: { counts, measures, words, stop, findings: findings.slice(0, FINDINGS) },
  };
}

/** What becomes of each figure and row, a page at a time. Empty once it is entered. */
export async function listFigureRows(
  db: Db,
  scope: Scope,
  { importId, outcome, from }: FigureRowsInput,
): Promise<FigureRowsOut> {
  const row = await loadOwn(db, scope, importId);
  if (refOf(row).state !== 'READY') return { rows: [], total: 0, next: null };
  const judged = await judgeOwn(db, scope, row);
  const shown = judged.rows.filter((one) => outcome === null || one.outcome === outcome);
  const rows = shown.slice(from, from + PAGE).map(({ share: _share, ...one }) => one);
  return { rows, total: shown.length, next: from + PAGE < shown.length ? from + PAGE : null };
}
