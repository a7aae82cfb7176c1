import type { FastifyBaseLogger } from 'fastify';

/**
 * Logs what went wrong inside: name, code and where, with the request id that the person was shown. The message of
 * the database client repeats the values of the query, which are people's words: it is left out.
 */
export function logProblem(
  log: FastifyBaseLogger,
  error: unknown,
  request: { requestId?: string | undefined; path?: string | undefined },
): void {
  const { name, message, stack, code } = (
    error instanceof Error ? error : new Error('not an error')
  ) as Error & {
    code?: unknown;
  };
  const repeatsValues = /^(Prisma|DriverAdapter|Zod)/.test(name) || /\binvocation\b/.test(message);
  log.error({
    ...request,
    name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(repeatsValues ? {} : { problem: message }),
    at: frames(stack ?? ''),
  });
}

function frames(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}
