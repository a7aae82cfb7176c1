import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Permission } from '@gt/domain/authz';
import type { Context } from './context.ts';
import type { Scope } from './scope.ts';

export type FileRequest = {
  params: Record<string, string>;
  query: Record<string, string | undefined>;
  headers: IncomingHttpHeaders;
  /** The raw bytes of the request, unparsed and unbuffered. */
  body: Readable;
  /** Fires when the client goes away before the answer. */
  signal: AbortSignal;
};

export type FileAnswer =
  | { kind: 'json'; status?: number; body: unknown }
  /** Always sent as an attachment with the headers of the trust rules; never inline. */
  | { kind: 'file'; stream: Readable; fileName: string; mediaType: string; size?: number };

/**
 * A route that carries bytes. Declared beside its feature with its permission, like a procedure; the host mounts
 * every route of `fileRoutes` through the same guard, and the census walks the same list.
 */
export type FileRoute = {
  method: 'GET' | 'POST';
  /** Under /files, in the host's pattern syntax, such as "/files/evidence/:versionId". */
  path: string;
  permission: Permission;
  handle(ctx: Context, scope: Scope, request: FileRequest): Promise<FileAnswer>;
};
