import type { ActionGroup, ActionGroupOut } from '@gt/contracts/schemas';
import {
  ACCEPTANCE_LABELS,
  type Acceptance,
  DELIVERY_STATUS_LABELS,
  type DeliveryStatus,
  formatMonth,
  PRIORITY_LABELS,
  type Priority,
  RAG_LABELS,
  type Rag,
} from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { recommendationTitle } from '@gt/domain/recommendation';
import { groupColumns } from './action-order.ts';
import { all } from './action-sql.ts';
import { namesFor, type SelectedActions } from './select-actions.ts';

/** The groups of the selected actions with their counts, in the order of the list. One statement. */
export async function listGroups(
  db: Db,
  by: ActionGroup,
  { from, visible, conditions }: SelectedActions,
): Promise<ActionGroupOut[]> {
  const { key, name, order } = groupColumns(by);
  const rows = await db.$queryRaw<{ key: string | null; name: string | null; count: number }[]>`
    SELECT g."key", g."name", count(*)::int AS "count"
    FROM (SELECT ${key} AS "key", ${name} AS "name", ${order.column} AS "order"
      ${from} ${namesFor([key, name, order.column])} WHERE ${all([visible, ...conditions])}) g
    GROUP BY g."key", g."name", g."order" ORDER BY g."order" NULLS LAST`;
  return rows.map((row) => ({ key: row.key ?? '', label: labelOf(by, row.key, row.name), count: row.count }));
}

const NONE: Partial<Record<ActionGroup, string>> = {
  team: 'No team',
  owner: 'No owner',
  dueMonth: 'No due date',
};

function labelOf(by: ActionGroup, key: string | null, name: string | null): string {
  if (key === null) return NONE[by] ?? '';
  switch (by) {
    case 'team':
    case 'owner':
      return name ?? '';
    case 'recommendation':
      return recommendationTitle(name ?? '');
    case 'dueMonth':
      return formatMonth(key);
    case 'status':
      return DELIVERY_STATUS_LABELS[key as DeliveryStatus];
    case 'rag':
      return RAG_LABELS[key as Rag];
    case 'priority':
      return PRIORITY_LABELS[key as Priority];
    case 'acceptance':
      return ACCEPTANCE_LABELS[key as Acceptance];
  }
}
