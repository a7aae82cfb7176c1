import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Types of one-letter columns in PostgreSQL's own catalogue, and of ordinary text (pg_type.oid). */
const ONE_LETTER = 18;
const TEXT = 25;

/**
 * The ORM's PostgreSQL adapter, with two things put right that only the schema engine needs:
 *
 * - it refuses the one-letter columns of PostgreSQL's catalogue, so that a database's tables could not be read;
 * - it cuts a script at every semicolon, also inside function bodies, texts and comments, and runs the pieces one
 *   by one. Here a script goes to the server whole: it is applied entirely or not at all.
 */
export class CatalogueAdapterFactory extends PrismaPg {
  readonly #pool: LetterPool;

  constructor(url: string) {
    const pool = letterPool(url);
    super(pool.pool);
    this.#pool = pool;
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (query: Parameters<typeof queryRaw>[0]) => {
        const result = await queryRaw(query);
        for (const index of this.#pool.lettersOf(result.rows)) {
          result.columnTypes[index] = ColumnTypeEnum.Character;
        }
        return result;
      },
      executeScript: async (script: string): Promise<void> => {
        // Without arguments the driver uses the simple protocol, in which several statements are one transaction.
        await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
      },
    });
  }

  /** Closes the connections of every adapter made here. */
  async end(): Promise<void> {
    await this.#pool.pool.end();
  }
}

interface LetterPool {
  readonly pool: pg.Pool;
  /** Which columns of a result (known by its rows) are one-letter columns. */
  lettersOf(rows: readonly unknown[]): readonly number[];
}

/** A pool whose results call one-letter columns text, and remember which they were. */
function letterPool(url: string): LetterPool {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'golden-thread-migrate' });
  pool.on('error', () => undefined);
  const letters = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<pg.QueryArrayResult>;
  const relabelled = async (...given: unknown[]): Promise<pg.QueryArrayResult> => {
    const result = await query(...given);
    const found: number[] = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== ONE_LETTER) continue;
      field.dataTypeID = TEXT;
      found.push(index);
    }
    if (found.length > 0) letters.set(result.rows, found);
    return result;
  };
  Object.assign(pool, { query: relabelled });
  return { pool, lettersOf: (rows) => letters.get(rows) ?? [] };
}
