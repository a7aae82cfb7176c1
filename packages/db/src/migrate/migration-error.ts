/** Why the database was not migrated; the message is a sentence for whoever starts the server. */
export type MigrationProblem =
  | 'unreachable'
  | 'newer'
  | 'failedBefore'
  | 'edited'
  | 'notEmpty'
  | 'failed'
  | 'busy'
  | 'role'
  | 'tooOld';

export class MigrationError extends Error {
  readonly problem: MigrationProblem;

  constructor(problem: MigrationProblem, message: string) {
    super(message);
    this.name = 'MigrationError';
    this.problem = problem;
  }
}
