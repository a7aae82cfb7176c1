/** Why the embedded database could not be started; the message is a sentence for the person at the terminal. */
export type EmbeddedProblem =
  | 'alreadyRunning'
  | 'folderNotWritable'
  | 'notOurs'
  | 'otherVersion'
  | 'portTaken'
  | 'noBinaries'
  | 'noAccount'
  | 'didNotStart';

export class EmbeddedError extends Error {
  readonly problem: EmbeddedProblem;

  constructor(problem: EmbeddedProblem, message: string) {
    super(message);
    this.name = 'EmbeddedError';
    this.problem = problem;
  }
}

/** The system's code of a failed call, e.g. `EACCES`. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
