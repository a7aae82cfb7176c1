import { importPageInput } from '@gt/contracts/schemas';
import type { FileRoute } from '../../core/file-route.ts';
import { uploadName } from '../../core/upload-name.ts';
import { importPagePicture } from './import-page.ts';
import { importReport } from './import-report.ts';

export const importsFileRoutes: FileRoute[] = [
  {
    method: 'POST',
    path: '/files/imports',
    permission: 'plan.create',
    async handle(ctx, scope, request) {
      const fileName = uploadName(request.headers['x-file-name']);
      const { body, signal } = request;
      return { kind: 'json', status: 201, body: await importReport(ctx, scope, { fileName, body, signal }) };
    },
  },
  {
    method: 'GET',
    path: '/files/imports/:importId/pages/:page',
    permission: 'plan.create',
    async handle(ctx, scope, { params }) {
      const asked = importPageInput.parse({ importId: params.importId, page: Number(params.page) });
      return importPagePicture(ctx, scope, asked);
    },
  },
];
