import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { queryClient } from '../../../lib/query-client.ts';
import { trpc } from '../../../lib/trpc.ts';
import { type UploadOptions, uploadFile } from '../../../lib/upload-file.ts';

export type FigureImport = RouterOutputs['figureImports']['get'];
export type FigureImportRef = RouterOutputs['figureImports']['list'][number];
export type DryRun = NonNullable<FigureImport['dryRun']>;
export type FigureRow = RouterOutputs['figureImports']['rows']['rows'][number];
export type Outcome = FigureRow['outcome'];
type RowsAsked = RouterInputs['figureImports']['rows'];

/** Largest file the server takes, in bytes. */
export const FIGURES_MAX_BYTES = 20 * 1024 * 1024;
/** How often a page asks while a file is read, in milliseconds. */
const ASK_EVERY = 700;

/** The files of figures of a plan, asked again while one is read. */
export const figureImportsQuery = (planId: string) =>
  queryOptions({
    ...trpc.figureImports.list.queryOptions({ planId }),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'READING') ? ASK_EVERY : false),
  });

/** One file with what it would do, asked again while it is read. */
export const figureImportQuery = (importId: string) =>
  queryOptions({
    ...trpc.figureImports.get.queryOptions({ importId }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.state === 'READING' ? ASK_EVERY : false),
  });

export const figureRowsQuery = (asked: RowsAsked) =>
  queryOptions({ ...trpc.figureImports.rows.queryOptions(asked), placeholderData: keepPreviousData });

/** After figures themselves were written: nearly every page tells of them. */
const refreshAll = () => queryClient.invalidateQueries();
export const refreshFigureImports = () =>
  queryClient.invalidateQueries({ queryKey: trpc.figureImports.pathKey() });

/** One mutation for each way of writing to a file of figures. */
export function useFigureImportWrites() {
  const { choose, confirm, undo, discard } = trpc.figureImports;
  return {
    choose: useMutation(choose.mutationOptions({ onSuccess: refreshFigureImports })),
    confirm: useMutation(confirm.mutationOptions({ onSuccess: refreshAll })),
    undo: useMutation(undo.mutationOptions({ onSuccess: refreshAll })),
    discard: useMutation(discard.mutationOptions()),
  };
}

/** Sends a file or a pasted table; resolves once it is stored and waits to be read. */
export function sendFigures(
  planId: string,
  file: Blob,
  { name, key, ...options }: UploadOptions & { name: string; key: string },
): Promise<{ importId: string }> {
  return uploadFile(`/files/plans/${planId}/figures`, file, {
    ...options,
    headers: { 'x-file-name': encodeURIComponent(name), 'x-idempotency-key': key },
  });
}
