import type { ErrorCode, FieldProblem, Problem } from '@gt/contracts/words';

/** A refusal that a person can read. Everything else that is thrown is an internal error with fixed words. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldProblem[] | undefined;
  readonly current: Problem['current'];

  constructor(
    code: ErrorCode,
    message: string,
    more: { fields?: FieldProblem[]; current?: Problem['current'] } = {},
  ) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.fields = more.fields;
    this.current = more.current;
  }
}

export function notFound(what: string): DomainError {
  return new DomainError('NOT_FOUND', `This ${what} does not exist, or you may not see it.`);
}

export function notAllowed(reason: string): DomainError {
  return new DomainError('NOT_ALLOWED', reason);
}

/** Bad input, each problem beside its field. */
export function invalid(fields: FieldProblem[]): DomainError {
  const first = fields[0]?.message ?? 'Check what you entered.';
  return new DomainError('INVALID', fields.length > 1 ? 'Some answers need correcting.' : first, { fields });
}

/** A stale write: the row as it is now goes back, so that both versions can be shown. */
export function conflict(current: NonNullable<Problem['current']>): DomainError {
  return new DomainError(
    'CONFLICT',
    `${current.changedBy} changed this while you were working on it. Your words are kept: compare and choose.`,
    { current },
  );
}
