import type { ErrorCode, Problem } from '@gt/contracts/words';
import { DatabaseError, translateDatabaseError } from '@gt/db';
import { type TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { DomainError } from './domain-error.ts';

/** One exhaustive map from our refusals to transport codes. */
export const TRANSPORT_CODES: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  NOT_SIGNED_IN: 'UNAUTHORIZED',
  NOT_ALLOWED: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  INVALID: 'BAD_REQUEST',
  CONFLICT: 'CONFLICT',
  RULE: 'UNPROCESSABLE_CONTENT',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
};

export const HTTP_STATUSES: Record<ErrorCode, number> = {
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  INVALID: 400,
  CONFLICT: 409,
  RULE: 422,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const FIXED_WORDS =
  'Something went wrong on our side and nothing was changed. Try again; if it happens again, quote the reference below.';

/** Turns anything thrown into what the person may read. Internal detail never leaves the server. */
export function problemFrom(error: unknown, requestId: string): Problem {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const refused = error instanceof TRPCError ? refusedByTransport(error, requestId) : null;
  if (refused) return refused;
  for (const candidate of [error, cause]) {
    if (candidate instanceof DomainError) {
      const { code, message, fields, current } = candidate;
      return { code, message, ...(fields ? { fields } : {}), ...(current ? { current } : {}), requestId };
    }
    // Our own answer that breaks its schema is a fault of ours, and its shape is nobody's business.
    if (candidate instanceof ZodError && !isInternal(error)) return fromZod(candidate, requestId);
    const failure =
      candidate instanceof DatabaseError ? candidate.failure : translateDatabaseError(candidate);
    if (failure?.kind === 'unavailable' || failure?.kind === 'timeout') {
      return {
        code: 'UNAVAILABLE',
        message: 'The database is busy. Nothing was changed. Try again in a minute.',
        requestId,
      };
    }
    if (failure?.kind === 'unique') {
      return {
        code: 'RULE',
        message: 'Something with the same name exists already. Choose another name.',
        requestId,
      };
    }
  }
  return { code: 'INTERNAL', message: FIXED_WORDS, requestId };
}

function fromZod(error: ZodError, requestId: string): Problem {
  const fields = error.issues
    .slice(0, 20)
    .map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  return {
    code: 'INVALID',
    message:
      fields.length > 1 ? 'Some answers need correcting.' : (fields[0]?.message ?? 'Check what you entered.'),
    fields,
    requestId,
  };
}

const isInternal = (error: unknown) => error instanceof TRPCError && error.code === 'INTERNAL_SERVER_ERROR';

/** Requests that never reached a use-case: broken JSON, an unknown procedure, the wrong method. */
function refusedByTransport({ code, cause }: TRPCError, requestId: string): Problem | null {
  if (cause instanceof DomainError || cause instanceof ZodError) return null;
  if (code === 'NOT_FOUND') {
    return { code: 'NOT_FOUND', message: 'There is nothing at this address.', requestId };
  }
  if (code === 'PARSE_ERROR' || code === 'BAD_REQUEST' || code === 'METHOD_NOT_SUPPORTED') {
    return { code: 'INVALID', message: 'The request could not be read.', requestId };
  }
  return null;
}
