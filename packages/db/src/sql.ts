import { Prisma } from './generated/client.ts';

/**
 * Parts of a statement that can be put together: every value becomes a parameter, never text of the statement.
 * There is no way to pass raw text on purpose; names of columns are written out where they are used.
 */
export const sql = Prisma.sql;
/** Parts or values joined by a separator, ", " when none is given; throws on an empty list. */
export const joinSql = Prisma.join;
export const emptySql = Prisma.empty;
export type Sql = Prisma.Sql;
