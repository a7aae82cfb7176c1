import { type Sql, sql } from '@gt/db';

/** A moment of the database as a cursor names it: "xmin:xmax:" and whatever was under way between the two. */
export type Moment = { first: bigint; end: bigint; text: string };

/** Reads a cursor; null for what this database never gave out. */
export function readMoment(cursor: string): Moment | null {
  const [, first, end, underWay] = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/.exec(cursor) ?? [];
  if (first === undefined || end === undefined || underWay === undefined) return null;
  const ids = underWay === '' ? [] : underWay.split(',').map(BigInt);
  const inOrder = [BigInt(first) - 1n, ...ids].every((id, at, all) => at === 0 || id > (all[at - 1] ?? id));
  const isWithin = BigInt(first) <= BigInt(end) && ids.every((id) => id < BigInt(end));
  return inOrder && isWithin ? { first: BigInt(first), end: BigInt(end), text: cursor } : null;
}

/**
 * That a row was written by a transaction which was not over at that moment, however late it began or was kept: ids and
 * clocks cannot tell. The first half is there for the index.
 */
export function writtenSince(txId: Sql, moment: Moment): Sql {
  return sql`(${txId} >= ${moment.first}
    AND NOT pg_visible_in_snapshot(${txId}::text::xid8, ${moment.text}::pg_snapshot))`;
}
