import { idempotencyKey } from '@gt/contracts/schemas';
import { notFound } from '../../core/domain-error.ts';
import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { uploadName } from '../../core/upload-name.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { assertOwnFile } from './lock-figures.ts';
import { takeFigures } from './take-figures.ts';

export const figureImportsFileRoutes: FileRoute[] = [
  {
    method: 'POST',
    path: '/files/plans/:planId/figures',
    permission: 'measure.enter',
    async handle(ctx, scope, request) {
      const planId = pathId(request.params.planId);
      const fileName = uploadName(request.headers['x-file-name']);
      const { body, signal, headers } = request;
      const key = idempotencyKey.parse(headers['x-idempotency-key']);
      const taken = await takeFigures(ctx, scope, { planId, fileName, idempotencyKey: key, body, signal });
      return { kind: 'json', status: 201, body: taken };
    },
  },
  {
    method: 'GET',
    path: '/files/figure-imports/:importId',
    permission: 'measure.enter',
    async handle(ctx, scope, request) {
      const file = await ctx.db.figureImport.findFirst({
        where: { id: pathId(request.params.importId), plan: { deletedAt: null } },
        select: { sha256: true, fileName: true, mediaType: true, createdById: true },
      });
      if (!file) throw notFound('file of figures');
      assertOwnFile(scope, file);
      return storedFile(ctx, file);
    },
  },
];
