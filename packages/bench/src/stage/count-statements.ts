import type { Db } from '@gt/db';

/** The same database, counting what it is asked; a call of a model or of raw SQL is one statement. */
export function countStatements(database: Db): {
  db: Db;
  count(work: () => Promise<unknown>): Promise<number>;
} {
  let asked = 0;
  const counted = (target: object): object =>
    new Proxy(target, {
      get(inner, name) {
        const found: unknown = Reflect.get(inner, name);
        if (typeof found === 'function') {
          return (...args: unknown[]) => {
            asked += 1;
            return Reflect.apply(found, inner, args);
          };
        }
        return typeof found === 'object' && found !== null && !String(name).startsWith('_')
          ? counted(found)
          : found;
      },
    });
  return {
    db: counted(database) as Db,
    async count(work) {
      asked = 0;
      await work();
      return asked;
    },
  };
}
