import { evidenceUploadInput, idempotencyKey, version } from '@gt/contracts/schemas';
import { PREVIEW_BOUNDS } from '@gt/contracts/words';
import { invalid, notFound } from '../../core/domain-error.ts';
import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { addVersion } from './add-version.ts';
import { openEvidenceFile } from './open-evidence-file.ts';
import { previewEvidencePage } from './preview-evidence.ts';
import { uploadEvidence } from './upload-evidence.ts';

type Header = string | string[] | undefined;
const first = (header: Header) => (Array.isArray(header) ? header[0] : header);

/** What is said about an upload travels in a header, URI-encoded: the body is the file and nothing else. */
function uploadDetails(header: Header) {
  let said: unknown;
  try {
    said = JSON.parse(decodeURIComponent(first(header) ?? ''));
  } catch {
    const message = 'The details of this upload did not arrive. Reload the page and try again.';
    throw invalid([{ field: 'file', message }]);
  }
  return evidenceUploadInput.parse(said);
}

export const evidenceFileRoutes: FileRoute[] = [
  {
    method: 'POST',
    path: '/files/evidence',
    permission: 'evidence.upload',
    async handle(ctx, scope, request) {
      const input = {
        ...uploadDetails(request.headers['x-evidence']),
        idempotencyKey: idempotencyKey.parse(first(request.headers['x-idempotency-key'])),
      };
      return { kind: 'json', status: 201, body: await uploadEvidence(ctx, scope, input, request) };
    },
  },
  {
    method: 'POST',
    path: '/files/evidence/:evidenceId/versions',
    permission: 'evidence.upload',
    async handle(ctx, scope, request) {
      const input = {
        evidenceId: pathId(request.params.evidenceId),
        version: version.parse(Number(first(request.headers['x-version']))),
        idempotencyKey: idempotencyKey.parse(first(request.headers['x-idempotency-key'])),
      };
      return { kind: 'json', status: 201, body: await addVersion(ctx, scope, input, request) };
    },
  },
  {
    method: 'GET',
    path: '/files/evidence-versions/:versionId',
    permission: 'evidence.download',
    async handle(ctx, scope, { params }) {
      return openEvidenceFile(ctx, scope, pathId(params.versionId));
    },
  },
  {
    method: 'GET',
    path: '/files/evidence-previews/:versionId/pages/:page',
    permission: 'evidence.download',
    async handle(ctx, scope, { params }) {
      const page = Number(params.page);
      if (!Number.isInteger(page) || page < 1 || page > PREVIEW_BOUNDS.pages) throw notFound('page');
      return previewEvidencePage(ctx, scope, { versionId: pathId(params.versionId), page });
    },
  },
];
