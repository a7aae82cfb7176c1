import { PassThrough, Readable } from 'node:stream';
import type { ActionExportInput } from '@gt/contracts/schemas';
import { formatDate, SENSITIVITY_LABELS } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { countOf, grouped } from '@gt/domain/wording';
import { csvFromRows, type Row, type Sheet, xlsxFromRows } from '@gt/pack';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import type { Scope } from '../../core/scope.ts';
import { exportColumns } from './export-columns.ts';
import { listExportIds, readExportRows, seesSomething } from './export-rows.repository.ts';
import { filterWords, orderWords } from './filter-words.ts';

const MARKING = SENSITIVITY_LABELS.OFFICIAL_SENSITIVE;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type ExportRequest = ActionExportInput & { planId: string };

/**
 * The list as it is on screen, as a workbook or as CSV: same filter, order and columns, all of its rows. What it is,
 * when it was taken and how many rows it has stands on a second sheet, or in the file's name. That it was taken
 * stands in the history, with the count. Throws NOT_FOUND for a plan that is not there.
 */
export async function exportActions(
  ctx: Context,
  scope: Scope,
  input: ExportRequest,
  signal: AbortSignal,
): Promise<FileAnswer> {
  const plan = await ctx.db.plan.findFirst({
    where: { id: input.planId, deletedAt: null },
    select: { name: true },
  });
  if (!plan) throw notFound('plan');
  const ids = await listExportIds(ctx.db, scope, input);
  // To whom nothing of the plan is shown, its name is not told either.
  if (ids.length === 0 && !(await seesSomething(ctx.db, scope, input.planId))) throw notFound('plan');
  const filter = await filterWords(ctx.db, scope, input.filter);
  const columns = exportColumns(input.columns);
  await inTransaction(ctx.db, (tx) =>
    recordAudit(tx, scope, {
      action: 'plan.export',
      entityType: 'PLAN',
      entityId: input.planId,
      planId: input.planId,
      after: { format: input.format, count: ids.length, columns: columns.map(({ header }) => header) },
    }),
  );
  const written = { count: 0 };
  async function* rows(): AsyncGenerator<Row> {
    for await (const row of readExportRows(ctx.db, scope, ids, signal)) {
      written.count += 1;
      yield columns.map(({ of }) => of(row));
    }
  }
  const name = fileName(plan.name, ids.length, filter, scope);
  if (input.format === 'csv') {
    const headers = columns.map(({ header }) => header);
    const stream = Readable.from(csvFromRows(headers, rows()), { objectMode: false });
    return { kind: 'file', stream, fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' };
  }
  const about = aboutSheet(() => [
    ['Marking', MARKING],
    ['Plan', plan.name],
    ['Actions', grouped(written.count)],
    ['Filter', filter],
    ['Order', orderWords(input)],
    ['As at', formatDate(scope.today)],
    ['Taken by', scope.userName],
  ]);
  const out = new PassThrough();
  const options = { title: `Actions, ${plan.name}`, marking: MARKING, createdAt: scope.now };
  xlsxFromRows(out, [{ name: 'Actions', columns, rows: rows() }, about], options).then(
    () => out.end(),
    (error: unknown) =>
      out.destroy(error instanceof Error ? error : new Error('The workbook was not finished.')),
  );
  return { kind: 'file', stream: out, fileName: `${name}.xlsx`, mediaType: XLSX };
}

/** Written after the data, when it is known how many rows there really were. */
function aboutSheet(facts: () => readonly Row[]): Sheet {
  function* rows(): Generator<Row> {
    yield* facts();
  }
  const columns = [
    { header: 'About this list', width: 20 },
    { header: '', width: 90 },
  ];
  return { name: 'About', columns, rows: { [Symbol.iterator]: rows } };
}

/** "Northmoor ILACS plan, 42 actions, overdue, 12 March 2026, OFFICIAL-SENSITIVE", fit for any disk. */
function fileName(plan: string, count: number, filter: string, scope: Scope): string {
  const safe = (text: string, max: number) =>
    text
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, max)
      .trim();
  const parts = [
    safe(plan, 60),
    countOf(count, 'action'),
    safe(filter, 80),
    formatDate(scope.today),
    MARKING,
  ];
  return parts
    .filter((part) => part !== '')
    .join(', ')
    .toWellFormed();
}
