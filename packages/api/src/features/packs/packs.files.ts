import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { requirePackFile } from './require-pack-file.ts';

export const packsFileRoutes: FileRoute[] = [
  {
    method: 'GET',
    path: '/files/packs/:packId',
    permission: 'pack.read',
    async handle(ctx, scope, { params }) {
      const { sha256, fileName } = await requirePackFile(ctx, scope, pathId(params.packId));
      return storedFile(ctx, { sha256, fileName, mediaType: 'application/zip' });
    },
  },
];
