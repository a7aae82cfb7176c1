import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { findEarlierReport } from './lineage.repository.ts';

export const lineageFileRoutes: FileRoute[] = [
  {
    method: 'GET',
    path: '/files/earlier-inspections/:earlierInspectionId/report',
    permission: 'recommendation.read',
    async handle(ctx, scope, { params }) {
      return storedFile(ctx, await findEarlierReport(ctx.db, scope, pathId(params.earlierInspectionId)));
    },
  },
];
