import type { RouterOutputs } from '@gt/api/types';
import { trpc } from '../../lib/trpc.ts';
import { type UploadOptions, uploadFile } from '../../lib/upload-file.ts';

export type ImportRun = RouterOutputs['imports']['get'];
export type Reading = NonNullable<ImportRun['reading']>;

/** Largest report the server takes, in bytes. */
export const REPORT_MAX_BYTES = 50 * 1024 * 1024;

export const importQuery = (importId: string) => trpc.imports.get.queryOptions({ importId });
/** A page of a stored report never changes. */
export const importPageQuery = (importId: string, page: number) =>
  trpc.imports.page.queryOptions({ importId, page }, { staleTime: Number.POSITIVE_INFINITY });
export const confirmImportMutation = () => trpc.imports.confirm.mutationOptions();
export const joinImportMutation = () => trpc.imports.join.mutationOptions();
export const addInspectionMutation = () => trpc.plans.addInspection.mutationOptions();
export const plansListQuery = () => trpc.plans.list.queryOptions();
export const createPlanMutation = () => trpc.plans.create.mutationOptions();

/** Sends a report; resolves once it has been read, with the import to check. */
export function sendReport(file: File, options: UploadOptions): Promise<{ importId: string }> {
  return uploadFile('/files/imports', file, {
    ...options,
    headers: { 'x-file-name': encodeURIComponent(file.name) },
  });
}
