import { joinSql, type Sql, sql } from '@gt/db';
import { parseActionReference } from '@gt/domain/action';

/** Words of one search that count; more are not looked for. */
const MOST_WORDS = 10;

/**
 * What is looked for, one query a word; the last word may still be being typed. Marks without a letter or a digit
 * are not looked for. Example: "foster carers recr" asks for foster, carers and what begins with recr.
 */
export function wordQueries(q: string): { word: string; query: Sql }[] {
  const found = q
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
  return found.map((word, index) => {
    const quoted = `'${word.replace(/\\/g, ' ').replace(/'/g, "''")}'${index === found.length - 1 ? ':*' : ''}`;
    return { word, query: sql`(to_tsquery('english', ${quoted}) || to_tsquery('simple', ${quoted}))` };
  });
}

/**
 * Every word must occur somewhere in the action: title, detail, success measure, an update, evidence linked to it, or
 * its reference. A whole reference means that action and no other, also by one it bore before it moved.
 */
export function searchConditions(q: string): Sql[] {
  const numbers = parseActionReference(q);
  if (numbers) {
    return [
      sql`((r."number" = ${numbers.recommendation} AND a."number" = ${numbers.action})
        OR a."id" IN (SELECT fr."actionId" FROM "former_reference" fr
          JOIN "recommendation" fo ON fo."id" = fr."recommendationId"
          WHERE fo."planId" = a."planId" AND fo."number" = ${numbers.recommendation} AND fr."number" = ${numbers.action}))`,
    ];
  }
  const queries = wordQueries(q);
  // Nothing but marks: there is no word that could be found.
  if (queries.length === 0) return q.trim() === '' ? [] : [sql`false`];
  return queries.map(({ word, query }) => {
    // By a function of the database that goes by its indexes. IS TRUE keeps it a set that is asked, not a join.
    const ways = [sql`(a."id" IN (SELECT "actions_with"(${query}))) IS TRUE`];
    if (/^(?=.*\d)[ra\d.]{1,14}$/i.test(word)) {
      ways.push(sql`'R' || r."number" || '.A' || a."number" ILIKE ${`%${word}%`}`);
    }
    return sql`(${joinSql(ways, ' OR ')})`;
  });
}
