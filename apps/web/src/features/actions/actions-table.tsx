import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type Row, useTable } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { paths } from '../../lib/paths.ts';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { BESIDE_PANEL, columns, features, OPTIONAL_COLUMNS, SORT_OF } from './action-columns.tsx';
import classes from './actions-table.module.css';
import { leastWidth, WIDTHS } from './columns-that-fit.ts';
import { nextSort, readSort, type SortBy } from './list-input.ts';
import type { ActionRow } from './queries.ts';
import { usePrinting } from './use-printing.ts';

type ActionsTableProps = {
  planId: string;
  rows: readonly ActionRow[];
  total: number;
  search: PlanActionsSearch;
  visibility: Record<string, boolean>;
  /** Old rows stay, dimmed, until the new ones are there. */
  stale: boolean;
  onSort: (sort: string | undefined) => void;
  onNearEnd: () => void;
};

const ROW_HEIGHT = 56;
/** Up to so many rows are all put in the page, so that the browser's own search finds them. */
const WHOLE_UP_TO = 60;

function SortHeader({
  name,
  by,
  search,
  onSort,
}: Pick<ActionsTableProps, 'search' | 'onSort'> & { name: string; by: SortBy }) {
  const sort = readSort(search.sort);
  const sorted = sort.by === by;
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <button type="button" className={classes.sort} onClick={() => onSort(nextSort(search.sort, by))}>
      {name}
      {sorted ? <Arrow size={14} aria-hidden="true" /> : null}
    </button>
  );
}

function sortedAs(search: PlanActionsSearch, by: SortBy | undefined): 'ascending' | 'descending' | undefined {
  const sort = readSort(search.sort);
  if (!by || sort.by !== by) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

/** The plan's actions: beyond a few dozen, only the rows in view are in the page. */
export function ActionsTable(props: ActionsTableProps) {
  const { planId, rows, total, search, visibility, stale, onSort, onNearEnd } = props;
  const frame = useRef<HTMLTableSectionElement>(null);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    state: { columnVisibility: search.open ? { ...visibility, ...BESIDE_PANEL } : visibility },
  });
  const model = table.getRowModel().rows;
  const whole = usePrinting() || model.length <= WHOLE_UP_TO;
  const virtual = useWindowVirtualizer({
    count: model.length,
    enabled: !whole,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => model[index]?.id ?? index,
    scrollMargin: frame.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = whole ? model.length : (items.at(-1)?.index ?? 0);
  useEffect(() => {
    if (last >= rows.length - 15) onNearEnd();
  }, [last, rows.length, onNearEnd]);

  const margin = virtual.options.scrollMargin;
  const above = whole ? 0 : (items[0]?.start ?? margin) - margin;
  const below = whole ? 0 : virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);
  const shown = whole
    ? model.map((row, index) => ({ row, index }))
    : items.flatMap(({ index }) => {
        const row = model[index];
        return row ? [{ row, index }] : [];
      });
  const leaves = table.getVisibleLeafColumns();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label="Actions" tabIndex={0} data-stale={stale}>
      <table
        className={classes.table}
        style={{ minWidth: leastWidth(leaves.map((column) => column.id)) }}
        aria-rowcount={total + 1}
        aria-busy={stale}
      >
        <caption className="gt-visually-hidden">Actions of the plan</caption>
        <colgroup>
          {leaves.map((column) => (
            <col key={column.id} style={{ width: WIDTHS[column.id] }} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const by = SORT_OF[header.column.id];
                const name = String(header.column.columnDef.header);
                return (
                  <th key={header.id} scope="col" aria-sort={sortedAs(search, by)}>
                    {by ? <SortHeader name={name} by={by} search={search} onSort={onSort} /> : name}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody ref={frame}>
          {above > 0 ? <Spacer height={above} columns={leaves.length} /> : null}
          {shown.map(({ row, index }) => (
            <ActionLine
              key={row.id}
              planId={planId}
              row={row}
              index={index}
              search={search}
              measure={virtual.measureElement}
              table={table}
            />
          ))}
          {below > 0 ? <Spacer height={below} columns={leaves.length} /> : null}
        </tbody>
      </table>
    </section>
  );
}

function Spacer({ height, columns: span }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row is not focusable
    <tr aria-hidden="true" className={classes.spacer}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

type ActionLineProps = {
  planId: string;
  row: Row<typeof features, ActionRow>;
  index: number;
  search: PlanActionsSearch;
  measure: (node: Element | null) => void;
  table: { FlexRender: ReturnType<typeof useTable<typeof features, ActionRow>>['FlexRender'] };
};

function ActionLine({ planId, row, index, search, measure, table }: ActionLineProps) {
  const { reference, id } = row.original;
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      data-open={search.open === id}
      className={classes.row}
    >
      {row.getVisibleCells().map((cell) => {
        const { id: column } = cell.column;
        if (column === 'reference') {
          return (
            <th key={cell.id} scope="row">
              <Link
                to={paths.planActions}
                params={{ planId }}
                search={{ ...search, open: id }}
                resetScroll={false}
                className={classes.open}
                aria-current={search.open === id ? 'true' : undefined}
              >
                {reference}
                <span className="gt-visually-hidden"> {row.original.title}</span>
              </Link>
            </th>
          );
        }
        const label = OPTIONAL_COLUMNS[column as keyof typeof OPTIONAL_COLUMNS];
        return (
          <td key={cell.id} data-label={label} data-column={column}>
            <table.FlexRender cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}
