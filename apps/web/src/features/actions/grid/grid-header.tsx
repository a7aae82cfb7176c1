import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PlanActionsSearch } from '../../../lib/plan-actions-search.ts';
import { COLUMN_NAMES, SORT_OF } from '../action-columns.tsx';
import classes from '../actions-table.module.css';
import { nextSort, readSort, type SortBy } from '../list-input.ts';
import { ROLES } from './roles.ts';
import { HEADER } from './use-grid-focus.ts';

type GridHeaderProps = {
  columns: readonly string[];
  search: PlanActionsSearch;
  onSort: (sort: string | undefined) => void;
  /** The column that Tab comes to, when it is in the header. */
  active: string | null;
  /** Rows that are here, and how many of them are ticked. */
  shown: number;
  selected: number;
  onSelectAll: (all: boolean) => void;
};

function sortedAs(search: PlanActionsSearch, by: SortBy | undefined): 'ascending' | 'descending' | undefined {
  const sort = readSort(search.sort);
  if (!by || sort.by !== by) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

/** The names of the columns; most sort by a press. */
export function GridHeader(props: GridHeaderProps) {
  const { columns, search, onSort, active, shown, selected, onSelectAll } = props;
  const all = selected > 0 && selected >= shown;
  return (
    <thead role={ROLES.rows}>
      <tr role={ROLES.row} aria-rowindex={1} data-key={HEADER}>
        {columns.map((column, at) => {
          const tabIndex = active === column ? 0 : -1;
          const by = SORT_OF[column];
          const sorted = sortedAs(search, by);
          const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp;
          const name = COLUMN_NAMES[column] ?? '';
          if (column === 'select') {
            return (
              <th
                key={column}
                scope="col"
                role={ROLES.columnName}
                aria-colindex={at + 1}
                data-column={column}
                className={classes.select}
              >
                <input
                  ref={(box) => {
                    if (box) box.indeterminate = selected > 0 && !all;
                  }}
                  type="checkbox"
                  data-focus
                  tabIndex={tabIndex}
                  aria-label="Select all that are shown"
                  checked={all}
                  onChange={() => onSelectAll(!all)}
                />
              </th>
            );
          }
          return (
            <th
              key={column}
              scope="col"
              role={ROLES.columnName}
              aria-colindex={at + 1}
              aria-sort={sorted}
              data-column={column}
              tabIndex={by ? undefined : tabIndex}
            >
              {by ? (
                <button
                  type="button"
                  data-focus
                  tabIndex={tabIndex}
                  className={classes.sort}
                  onClick={() => onSort(nextSort(search.sort, by))}
                >
                  {name}
                  {sorted ? <Arrow size={14} aria-hidden="true" /> : null}
                </button>
              ) : (
                name
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
