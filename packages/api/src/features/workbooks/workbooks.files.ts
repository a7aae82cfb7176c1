import { idempotencyKey } from '@gt/contracts/schemas';
import { notFound } from '../../core/domain-error.ts';
import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { uploadName } from '../../core/upload-name.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { takeWorkbook } from './take-workbook.ts';

export const workbooksFileRoutes: FileRoute[] = [
  {
    method: 'POST',
    path: '/files/plans/:planId/workbooks',
    permission: 'workbook.import',
    async handle(ctx, scope, request) {
      const planId = pathId(request.params.planId);
      const fileName = uploadName(request.headers['x-file-name']);
      const { body, signal, headers } = request;
      const key = idempotencyKey.parse(headers['x-idempotency-key']);
      const taken = await takeWorkbook(ctx, scope, { planId, fileName, idempotencyKey: key, body, signal });
      return { kind: 'json', status: 201, body: taken };
    },
  },
  {
    method: 'GET',
    path: '/files/workbooks/:workbookId',
    permission: 'workbook.import',
    async handle(ctx, _scope, request) {
      const file = await ctx.db.workbookImport.findFirst({
        where: { id: pathId(request.params.workbookId), plan: { deletedAt: null } },
        select: { sha256: true, fileName: true, mediaType: true },
      });
      if (!file) throw notFound('workbook');
      return storedFile(ctx, file);
    },
  },
];
