import { DatabaseError } from '@gt/db';
import { initTRPC, TRPCError } from '@trpc/server';
import type { Context } from './context.ts';
import { DomainError } from './domain-error.ts';
import { type Access, guard } from './guard.ts';
import { problemFrom, TRANSPORT_CODES } from './problem.ts';

/** Every procedure says who may call it. The census test fails on one that does not. */
export type Meta = { permission: Access };

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const problem = problemFrom(error, ctx?.requestId ?? 'unknown');
      // Fixed shape: message and data only, so that nothing of an internal error can travel.
      return {
        code: shape.code,
        message: problem.message,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problem },
      };
    },
  });

const translated = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof DomainError) {
    const cause = result.error.cause;
    throw new TRPCError({ code: TRANSPORT_CODES[cause.code], message: cause.message, cause });
  }
  if (!result.ok && result.error.cause instanceof DatabaseError) {
    const { code, message } = problemFrom(result.error.cause, '');
    throw new TRPCError({ code: TRANSPORT_CODES[code], message, cause: result.error.cause });
  }
  return result;
});

const guarded = t.middleware(async ({ ctx, meta, next }) => {
  if (!meta || meta.permission === 'public') {
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'procedure without permission' });
  }
  return next({ ctx: { scope: guard(ctx, meta.permission) } });
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
/** The only procedure builder: guarded by the permission in its meta. */
export const procedure = t.procedure.use(translated).use(guarded);
