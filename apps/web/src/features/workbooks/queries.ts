import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';
import { type UploadOptions, uploadFile } from '../../lib/upload-file.ts';

export type Workbook = RouterOutputs['workbooks']['get'];
export type WorkbookRef = RouterOutputs['workbooks']['list'][number];
export type DryRun = NonNullable<Workbook['dryRun']>;
export type Choices = Workbook['choices'];
export type Row = RouterOutputs['workbooks']['rows']['rows'][number];
export type Outcome = Row['outcome'];
export type Undone = RouterOutputs['workbooks']['undo'];
type RowsAsked = RouterInputs['workbooks']['rows'];

/** Largest workbook the server takes, in bytes. */
export const WORKBOOK_MAX_BYTES = 20 * 1024 * 1024;
/** How often a page asks while a workbook is read, in milliseconds. */
const ASK_EVERY = 700;

/** The workbooks of a plan, asked again while one is read. */
export const workbooksQuery = (planId: string) =>
  queryOptions({
    ...trpc.workbooks.list.queryOptions({ planId }),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'READING') ? ASK_EVERY : false),
  });

/** One workbook with what it would do, asked again while it is read. */
export const workbookQuery = (workbookId: string) =>
  queryOptions({
    ...trpc.workbooks.get.queryOptions({ workbookId }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.state === 'READING' ? ASK_EVERY : false),
  });

export const rowsQuery = (asked: RowsAsked) =>
  queryOptions({ ...trpc.workbooks.rows.queryOptions(asked), placeholderData: keepPreviousData });

export const chooseMutation = () => trpc.workbooks.choose.mutationOptions();
export const confirmMutation = () => trpc.workbooks.confirm.mutationOptions();
export const undoMutation = () => trpc.workbooks.undo.mutationOptions();
export const discardMutation = () => trpc.workbooks.discard.mutationOptions();

/** Sends a workbook or a pasted table; resolves once it is stored and waits to be read. */
export function sendWorkbook(
  planId: string,
  file: Blob,
  { name, key, ...options }: UploadOptions & { name: string; key: string },
): Promise<{ workbookId: string }> {
  return uploadFile(`/files/plans/${planId}/workbooks`, file, {
    ...options,
    headers: { 'x-file-name': encodeURIComponent(name), 'x-idempotency-key': key },
  });
}

export async function refreshWorkbooks(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.workbooks.pathKey() });
}

/** After the plan itself was written to: nearly every page tells of its actions. */
export async function refreshPlan(): Promise<void> {
  await queryClient.invalidateQueries();
}

/** The plan's actions as a workbook that can be changed in Excel and brought back. */
export function exportToChange(planId: string): string {
  const columns =
    'reference,version,title,detail,recommendation,team,owner,leadPost,startDate,dueDate,status,priority,successMeasure';
  const asked = new URLSearchParams({ format: 'xlsx', columns, list: JSON.stringify({ filter: {} }) });
  return `/files/plans/${planId}/actions?${asked}`;
}
