import { notFound } from '../../core/domain-error.ts';
import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { MEDIA_TYPES } from './media-types.ts';
import { visibleReports } from './report-rows.ts';

export const reportsFileRoutes: FileRoute[] = [
  {
    method: 'GET',
    path: '/files/reports/:reportFileId',
    permission: 'report.read',
    async handle(ctx, scope, { params }) {
      const file = await ctx.db.reportFile.findFirst({
        where: { id: pathId(params.reportFileId), report: visibleReports(scope) },
        select: { format: true, fileName: true, sha256: true },
      });
      if (!file) throw notFound('file');
      return storedFile(ctx, { ...file, mediaType: MEDIA_TYPES[file.format] });
    },
  },
];
