/** Every way in which a use-case may refuse. One exhaustive map turns each into a transport code. */
export const ERROR_CODES = [
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'RULE',
  'TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One sentence beside one field of a form. `field` is the field's name in the schema. */
export type FieldProblem = { field: string; message: string };

/** What a client receives with an error, under `error.data.problem`. */
export type Problem = {
  code: ErrorCode;
  /** A sentence in plain English: what is wrong, the limit, how to mend it. */
  message: string;
  fields?: FieldProblem[];
  /** With CONFLICT: the row as it is now, and who changed it when. */
  current?: { version: number; changedBy: string; changedAt: string; values: Record<string, unknown> };
  /** Quoted by the person to whoever looks after the server. */
  requestId: string;
};
