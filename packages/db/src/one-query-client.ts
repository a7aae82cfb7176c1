import pg from 'pg';

/**
 * A connection that answers one query after another. Prisma starts the reads of one nested select at the same time,
 * also inside a transaction; `pg` warns of that today and refuses it from version 9 on. Here each waits for its turn,
 * as it did inside `pg` all along.
 */
export class OneQueryClient extends pg.Client {
  #turn: Promise<unknown> = Promise.resolve();

  override query(...args: never[]): never {
    const run = (): unknown => Reflect.apply(super.query, this, args);
    // Forms that answer otherwise than by a promise (callbacks, cursors) queue in `pg` itself.
    const [first, ...rest] = args as unknown[];
    const answersByPromise =
      !rest.some((arg) => typeof arg === 'function') &&
      !(typeof first === 'object' && first !== null && 'submit' in first);
    if (!answersByPromise) return run() as never;
    const answer = this.#turn.then(run);
    this.#turn = answer.catch(() => undefined);
    return answer as never;
  }
}
