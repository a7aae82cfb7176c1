import { isIsoDate } from '@gt/contracts/words';
import { joinSql, type Sql, sql } from '@gt/db';
import { invalid } from '../../core/domain-error.ts';

/** One of the things a list is ordered by. Nulls come last in either direction. */
export type SortKey = {
  kind: 'text' | 'int' | 'date' | 'instant';
  column: Sql;
  descending: boolean;
  /** It is never null, so an index can be read in either direction. */
  isFilled?: boolean;
};

/** The keys of the last row of a page, as text. */
export type Cursor = (string | null)[];

export function orderBy(keys: readonly SortKey[]): Sql {
  return joinSql(
    keys.map(({ column, descending, isFilled }) => {
      const way = descending ? sql`DESC` : sql`ASC`;
      return isFilled ? sql`${column} ${way}` : sql`${column} ${way} NULLS LAST`;
    }),
    ', ',
  );
}

/** A column with the keys of a row; read back as `Cursor`. */
export function cursorColumn(keys: readonly SortKey[]): Sql {
  return sql`json_build_array(${joinSql(keys.map(({ column }) => sql`(${column})::text`))})`;
}

/**
 * True of rows that come after the row with these keys. It speaks of values and not of a count of rows, so that
 * nothing is skipped or shown twice when others add and remove rows meanwhile.
 */
export function comesAfter(keys: readonly SortKey[], cursor: Cursor): Sql {
  const ways: Sql[] = [];
  const equal: Sql[] = [];
  for (const [index, { kind, column, descending }] of keys.entries()) {
    const value = cursor[index] ?? null;
    if (value === null) {
      // Nothing comes after null but what is equal so far and differs later.
      equal.push(sql`${column} IS NULL`);
      continue;
    }
    const at = typed(kind, value);
    const beyond = descending ? sql`${column} < ${at}` : sql`${column} > ${at}`;
    ways.push(joinSql([...equal, sql`(${beyond} OR ${column} IS NULL)`], ' AND '));
    equal.push(sql`${column} = ${at}`);
  }
  return ways.length === 0 ? sql`false` : sql`(${joinSql(ways, ' OR ')})`;
}

function typed(kind: SortKey['kind'], value: string): Sql {
  switch (kind) {
    case 'text':
      return sql`${value}::text`;
    case 'int':
      return sql`${Number(value)}::int`;
    case 'date':
      return sql`${value}::date`;
    case 'instant':
      return sql`${value}::timestamptz`;
  }
}

const LOOKS: Record<SortKey['kind'], (value: string) => boolean> = {
  text: (value) => !value.includes('\u0000'),
  int: (value) => /^-?\d{1,9}$/.test(value),
  date: isIsoDate,
  instant: (value) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(value),
};

/** `order` names the order the cursor belongs to; see `readCursor`. */
export function writeCursor(order: string, cursor: Cursor): string {
  return Buffer.from(JSON.stringify([order, ...cursor]), 'utf8').toString('base64url');
}

/** Throws INVALID for what was not made by `writeCursor` for a list in the same order. */
export function readCursor(order: string, keys: readonly SortKey[], text: string): Cursor {
  const parts = parsed(text);
  const isOfOrder = Array.isArray(parts) && parts[0] === order && parts.length === keys.length + 1;
  const cursor: unknown[] = isOfOrder ? parts.slice(1) : [];
  const fits = keys.every(({ kind }, index) => {
    const value = cursor[index];
    return value === null || (typeof value === 'string' && LOOKS[kind](value));
  });
  if (!isOfOrder || !fits) {
    const message = 'This list was put in another order. Begin again from its first page.';
    throw invalid([{ field: 'page.cursor', message }]);
  }
  return cursor as Cursor;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
