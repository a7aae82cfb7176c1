import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { uploadName } from '../../core/upload-name.ts';
import { findReportFile, findSubmittedFile } from './inspections.repository.ts';
import { storedFile } from './stored-file.ts';
import { submitClock } from './submit-clock.ts';

export const inspectionsFileRoutes: FileRoute[] = [
  {
    method: 'POST',
    path: '/files/clock-submissions/:clockId',
    permission: 'clock.submit',
    async handle(ctx, scope, { params, query, headers, body, signal }) {
      const answer = await submitClock(ctx, scope, {
        clockId: pathId(params.clockId),
        submittedOn: query.submittedOn,
        version: query.version,
        fileName: uploadName(headers['x-file-name']),
        body,
        signal,
      });
      return { kind: 'json', body: answer };
    },
  },
  {
    method: 'GET',
    path: '/files/clock-submissions/:clockId',
    permission: 'plan.read',
    async handle(ctx, scope, { params }) {
      return storedFile(ctx, await findSubmittedFile(ctx.db, scope, pathId(params.clockId)));
    },
  },
  {
    method: 'GET',
    path: '/files/inspections/:inspectionId/report',
    permission: 'plan.read',
    async handle(ctx, scope, { params }) {
      return storedFile(ctx, await findReportFile(ctx.db, scope, pathId(params.inspectionId)));
    },
  },
];
