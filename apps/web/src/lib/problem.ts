import { ERROR_CODES, type Problem } from '@gt/contracts/words';

/** What a refused call to a plain HTTP route throws; `problem` is what the server said. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

const NO_ANSWER: Problem = {
  code: 'UNAVAILABLE',
  message:
    'Golden Thread could not be reached. Check your connection and try again. Nothing you typed is lost.',
  requestId: '',
};

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false;
  const { code, message } = value as { code?: unknown; message?: unknown };
  return typeof message === 'string' && ERROR_CODES.some((known) => known === code);
}

/**
 * What went wrong, in words for the person, from anything that was thrown: a tRPC error
 * (`error.data.problem`), a `ProblemError`, or a connection that failed.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (typeof error === 'object' && error !== null && 'data' in error) {
    const data = error.data as { problem?: unknown } | null | undefined;
    if (isProblem(data?.problem)) return data.problem;
  }
  return NO_ANSWER;
}

/** The problem in the body of a refused HTTP answer: `{ error: { problem } }`. */
export function problemInBody(body: unknown, status: number): Problem {
  const inner = (body as { error?: { problem?: unknown } } | null | undefined)?.error?.problem;
  if (isProblem(inner)) return inner;
  if (status === 401)
    return { code: 'NOT_SIGNED_IN', message: 'You are signed out. Sign in to continue.', requestId: '' };
  if (status === 413)
    return { code: 'TOO_LARGE', message: 'That is larger than this server accepts.', requestId: '' };
  if (status === 429)
    return {
      code: 'TOO_MANY_REQUESTS',
      message: 'Too many tries. Wait a minute, then try again.',
      requestId: '',
    };
  return { ...NO_ANSWER, code: status >= 500 ? 'INTERNAL' : 'INVALID' };
}

/** Field → sentence, in the shape that `form.setErrors` takes. */
export function fieldErrors(problem: Problem): Record<string, string> {
  return Object.fromEntries((problem.fields ?? []).map(({ field, message }) => [field, message]));
}
