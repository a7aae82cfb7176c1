import type { IsoDate } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { coverageWords, type Month, monthsCovered } from '@gt/domain/evidence';
import { toIsoDateOrNull } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { type EvidenceFacts, itemsOf } from './load-facts.ts';
import { sufficiencyItem } from './thread-of.ts';

/** The months since the inspection, each with the accepted evidence that speaks of it, and the same in words. */
export function monthsOf(
  links: readonly EvidenceFacts[],
  inspectedOn: IsoDate | null,
  today: IsoDate,
): { months: Month[]; monthsWords: string } {
  const items = itemsOf(links).map((item) => ({
    ...sufficiencyItem(item),
    periodFrom: toIsoDateOrNull(item.periodFrom),
  }));
  const months = monthsCovered(items, inspectedOn, today);
  return { months, monthsWords: coverageWords(months, inspectedOn !== null) };
}

/** The day of a plan's first inspection, from which months are counted, as a column. */
export function inspectedOnSql(planId: Sql): Sql {
  return sql`(SELECT min(coalesce(i."endDate", i."startDate", i."receivedDate"))::text FROM "inspection" i
    WHERE i."planId" = ${planId})`;
}

export async function loadInspectedOn(db: Db, _scope: Scope, planId: string): Promise<IsoDate | null> {
  const [row] = await db.$queryRaw<
    { day: IsoDate | null }[]
  >`SELECT ${inspectedOnSql(sql`${planId}`)} AS "day"`;
  return row?.day ?? null;
}
