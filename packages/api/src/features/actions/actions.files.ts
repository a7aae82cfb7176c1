import { actionExportInput } from '@gt/contracts/schemas';
import { invalid } from '../../core/domain-error.ts';
import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { exportActions } from './export-actions.ts';

/**
 * The plan's list as a file: `?format=xlsx&columns=reference,title&list={"filter":…,"sort":…,"groupBy":…}`, where
 * `list` is the input of the list as JSON.
 */
export const actionsFileRoutes: FileRoute[] = [
  {
    method: 'GET',
    path: '/files/plans/:planId/actions',
    permission: 'action.read',
    async handle(ctx, scope, { params, query, signal }) {
      const planId = pathId(params.planId);
      const columns = query.columns ? query.columns.split(',') : undefined;
      const asked = { ...readList(query.list), format: query.format ?? 'xlsx', columns };
      return exportActions(ctx, scope, { planId, ...actionExportInput.parse(asked) }, signal);
    },
  },
];

function readList(text: string | undefined): object {
  if (text === undefined) return {};
  try {
    const list: unknown = JSON.parse(text);
    if (typeof list === 'object' && list !== null) return list;
  } catch {
    // Told below, like anything else that is no list.
  }
  throw invalid([
    { field: 'list', message: 'This link is not complete. Open the plan and export it again.' },
  ]);
}
