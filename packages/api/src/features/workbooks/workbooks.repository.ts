import type { WorkbookListOut, WorkbookOut, WorkbookRowsInput, WorkbookRowsOut } from '@gt/contracts/schemas';
import { ROW_OUTCOMES, type WorkbookChoices } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { holds } from '@gt/domain/authz';
import type { DecidedRow } from '@gt/domain/workbook';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { screeningOptions } from '../screening/screening-options.ts';
import { judgeWorkbook } from './judge-workbook.ts';
import { loadPlanFacts } from './load-plan-facts.ts';
import { screenRows } from './screen-rows.ts';
import type { Written } from './written.ts';

/** Rows of one page, and findings that are named. */
const PAGE = 50;
const FINDINGS = 30;

const REF = {
  id: true,
  planId: true,
  fileName: true,
  size: true,
  failure: true,
  createdById: true,
  createdAt: true,
  importedById: true,
  importedAt: true,
  undoneAt: true,
  version: true,
  written: true,
} as const;
type RefRow = {
  id: string;
  planId: string;
  fileName: string;
  size: bigint;
  failure: string;
  createdById: string;
  createdAt: Date;
  importedById: string | null;
  importedAt: Date | null;
  undoneAt: Date | null;
  version: number;
  written: unknown;
};

/** The workbooks of a plan, newest first. */
export async function listWorkbooks(db: Db, _scope: Scope, planId: string): Promise<WorkbookListOut> {
  const rows = await db.workbookImport.findMany({
    where: { planId, plan: { deletedAt: null } },
    select: { ...REF },
    orderBy: { createdAt: 'desc' },
    take: 100,
  });
  // Sheets are megabytes: whether they are there is asked apart.
  const read = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "workbook_import" WHERE "planId" = ${planId} AND "grid" IS NOT NULL`;
  const isRead = new Set(read.map(({ id }) => id));
  const names = await namesOf(db, rows);
  return rows.map((row) => refOf(row, isRead.has(row.id), names));
}

/** One workbook with what it would do now. Throws NOT_FOUND. */
export async function getWorkbook(db: Db, scope: Scope, workbookId: string): Promise<WorkbookOut> {
  const row = await db.workbookImport.findFirst({
    where: { id: workbookId, plan: { deletedAt: null } },
    select: { ...REF, grid: true, choices: true },
  });
  if (!row) throw notFound('workbook');
  const ref = refOf(row, row.grid !== null, await namesOf(db, [row]));
  const base = { ...ref, choices: row.choices as WorkbookChoices, mayMake: holds(scope.roles, 'team.edit') };
  if (ref.state !== 'READY') {
    const { directory, recommendations } = await loadPlanFacts(db, scope, row.planId);
    return { ...base, dryRun: null, directory: plainDirectory(directory, recommendations) };
  }
  const { plan, facts, judgement } = await judgeWorkbook(db, scope, row);
  const findings = screenRows(judgement, await screeningOptions(db, scope.today));
  const { names, recommendations, counts, imported, explained, stop } = judgement;
  const dryRun = {
    columns: plan.columns,
    notes: plan.notes,
    names,
    recommendations,
    counts,
    totals: { ...plan.totals, imported, explained },
    findings: findings.slice(0, FINDINGS),
    findingsTotal: findings.length,
    stop,
  };
  return { ...base, dryRun, directory: plainDirectory(facts.directory, facts.recommendations) };
}

/** A page of the rows with what becomes of each: what is to be mended first. Throws NOT_FOUND. */
export async function listWorkbookRows(
  db: Db,
  scope: Scope,
  input: WorkbookRowsInput,
): Promise<WorkbookRowsOut> {
  const row = await db.workbookImport.findFirst({
    where: { id: input.workbookId, importedAt: null, plan: { deletedAt: null } },
    select: { planId: true, fileName: true, grid: true, choices: true, createdAt: true },
  });
  if (!row) throw notFound('workbook');
  if (row.grid === null) return { rows: [], total: 0, next: null };
  const { judgement } = await judgeWorkbook(db, scope, row);
  const rank = (one: DecidedRow) => ROW_OUTCOMES.indexOf(one.outcome);
  const wanted = judgement.rows
    .filter(({ outcome }) => input.outcome === null || outcome === input.outcome)
    .sort((one, other) => rank(one) - rank(other));
  const page = wanted.slice(input.from, input.from + PAGE);
  const next = input.from + PAGE < wanted.length ? input.from + PAGE : null;
  return { rows: page.map(shown), total: wanted.length, next };
}

function shown({ sheet, row, outcome, cells, becomes, changes, reference, reasons }: DecidedRow) {
  return { sheet, row, outcome, cells, becomes, changes, reference, reasons };
}

function plainDirectory(
  { teams, posts, people }: Awaited<ReturnType<typeof loadPlanFacts>>['directory'],
  recommendations: readonly { id: string; number: number; quote: string }[],
): WorkbookOut['directory'] {
  const short = recommendations.map(({ quote, ...one }) => ({ ...one, quote: quote.slice(0, 200) }));
  return { teams: [...teams], posts: [...posts], people: [...people], recommendations: short };
}

async function namesOf(db: Db, rows: readonly RefRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ createdById, importedById }) => [
    createdById,
    ...(importedById ? [importedById] : []),
  ]);
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

function refOf(row: RefRow, isRead: boolean, names: ReadonlyMap<string, string>): WorkbookListOut[number] {
  const written = row.written as Written | null;
  const state = row.importedAt ? 'IMPORTED' : row.failure !== '' ? 'FAILED' : isRead ? 'READY' : 'READING';
  return {
    id: row.id,
    planId: row.planId,
    fileName: row.fileName,
    size: Number(row.size),
    state,
    failure: row.failure,
    createdBy: names.get(row.createdById) ?? '',
    createdAt: toInstant(row.createdAt),
    importedBy: row.importedById ? (names.get(row.importedById) ?? '') : null,
    importedAt: row.importedAt ? toInstant(row.importedAt) : null,
    undoneAt: row.undoneAt ? toInstant(row.undoneAt) : null,
    version: row.version,
    brought: written && {
      actions: written.actions.length,
      recommendations: written.recommendations.length,
      updates: written.updates.length,
      made: written.teams.length + written.posts.length,
    },
  };
}
