import { Readable } from 'node:stream';
import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { checkUpload } from './check-upload.ts';
import { coverSheet } from './cover-sheet.ts';
import { downloadPack } from './download-pack.ts';
import { readKeyFile } from './read-key-file.ts';

export const packsFileRoutes: FileRoute[] = [
  {
    method: 'GET',
    path: '/files/packs/:packId',
    permission: 'pack.read',
    async handle(ctx, scope, { params }) {
      return downloadPack(ctx, scope, pathId(params.packId));
    },
  },
  {
    method: 'GET',
    path: '/files/packs/:packId/cover-sheet',
    permission: 'pack.read',
    async handle(ctx, scope, { params }) {
      const { bytes, fileName } = await coverSheet(ctx, scope, pathId(params.packId));
      const stream = Readable.from([bytes]);
      return { kind: 'file', stream, fileName, mediaType: 'application/pdf', size: bytes.length };
    },
  },
  {
    method: 'GET',
    path: '/files/packs/:packId/key',
    permission: 'pack.read',
    async handle(ctx, scope, { params }) {
      const pem = await readKeyFile(ctx, scope, pathId(params.packId));
      const stream = Readable.from([Buffer.from(pem)]);
      return { kind: 'file', stream, fileName: 'key.pem', mediaType: 'application/x-pem-file' };
    },
  },
  {
    method: 'POST',
    path: '/files/pack-checks',
    permission: 'pack.read',
    async handle(ctx, scope, request) {
      return { kind: 'json', body: await checkUpload(ctx, scope, request) };
    },
  },
];
