import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Density, PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import classes from './actions-table.module.css';
import { leastWidth, WIDTHS } from './columns-that-fit.ts';
import { ActionLine } from './grid/action-line.tsx';
import { type EditableColumn, isEditable } from './grid/editable.ts';
import { GridHeader } from './grid/grid-header.tsx';
import { ROLES } from './grid/roles.ts';
import { useGridFocus } from './grid/use-grid-focus.ts';
import type { Selection } from './grid/use-selection.ts';
import { useVirtualRows } from './grid/use-virtual-rows.ts';
import type { ActionRow } from './queries.ts';
import { useCards } from './use-column-choice.ts';
import { usePrinting } from './use-printing.ts';

type ActionsTableProps = {
  planId: string;
  rows: readonly ActionRow[];
  total: number;
  search: PlanActionsSearch;
  columns: readonly string[];
  density: Density | undefined;
  selection: Selection;
  /** Old rows stay, dimmed, until the new ones are there. */
  stale: boolean;
  /** Actions changed here whose answer is awaited. */
  saving: ReadonlySet<string>;
  onSort: (sort: string | undefined) => void;
  onOpen: (actionId: string) => void;
  onNearEnd: () => void;
  /** Fetches rows until this one is here; false when it never will be. */
  loadUpTo: (index: number) => Promise<boolean>;
  /** The editor of a cell, drawn inside it; `done` gives the focus back to the cell. */
  editorFor: (row: ActionRow, column: EditableColumn, done: () => void) => ReactNode;
};

/** How tall a row is before it is measured, in pixels. */
const ROW_HEIGHTS: Record<Density | 'middle', number> = { compact: 34, middle: 54, roomy: 72 };
const CARD_HEIGHT = 250;

/**
 * The plan's actions as a grid: one stop for Tab, arrows from cell to cell, Enter or F2 to change a cell where it
 * stands, Space to tick a row. Beyond a few dozen, only the rows in view are in the page.
 */
export function ActionsTable(props: ActionsTableProps) {
  const { planId, rows, total, search, columns, density = 'middle', selection, stale } = props;
  const frame = useRef<HTMLElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [editing, setEditing] = useState<{ id: string; column: EditableColumn } | null>(null);
  const cards = useCards();
  const keys = useMemo(() => rows.map((row) => row.id), [rows]);
  const rowHeight = cards ? CARD_HEIGHT : ROW_HEIGHTS[density];
  const focus = useGridFocus({
    frame,
    keys,
    columns,
    total,
    hasHeader: !cards,
    rowHeight,
    loadUpTo: props.loadUpTo,
  });
  const printing = usePrinting();
  const drawn = useVirtualRows({ body, keys, rowHeight, keepIndex: focus.activeIndex, printing });
  const { onNearEnd } = props;
  useEffect(() => {
    if (drawn.last >= rows.length - 30) onNearEnd();
  }, [drawn.last, rows.length, onNearEnd]);

  const activate = (id: string, column: string) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return;
    if (isEditable(column)) setEditing({ id, column });
    else props.onOpen(id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // An editor is drawn elsewhere in the page, yet its keys come by here.
    if (!(event.target instanceof Element) || !frame.current?.contains(event.target)) return;
    const isWidget = event.target.matches('input, button, textarea, select');
    const { key, column } = focus.active;
    const before = focus.activeIndex;
    if (event.key === ' ' && !isWidget && before >= 0) {
      event.preventDefault();
      if (event.shiftKey) selection.extend(key);
      else selection.toggle(key);
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault();
      selection.replace(keys);
    } else if ((event.key === 'Enter' || event.key === 'F2') && before >= 0) {
      // A link opens by itself, a box ticks by itself.
      if (event.key === 'Enter' && event.target.matches('a, input, button')) return;
      event.preventDefault();
      activate(key, column);
    } else if (focus.onMoveKey(event) && event.shiftKey && before >= 0) {
      const to = keys[before + (event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0)];
      if (to === undefined || to === key) return;
      if (!selection.ids.has(key)) selection.toggle(key);
      selection.extend(to);
    }
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element) || !body.current?.contains(event.target)) return;
    const column = event.target.closest<HTMLElement>('[data-column]')?.dataset.column;
    const id = event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (!id || !column) return;
    if (column === 'select') {
      if (event.shiftKey) selection.extend(id);
      else selection.toggle(id);
    } else if (isEditable(column)) activate(id, column);
  };
  const done = () => {
    setEditing(null);
    if (editing) focus.focusCell(editing.id, editing.column);
  };

  return (
    <section ref={frame} className={classes.scroll} aria-label="Actions" data-stale={stale}>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is said by a name that the rule cannot read */}
      <table
        role={ROLES.grid}
        className={classes.table}
        data-density={density}
        style={{ minWidth: leastWidth(columns) }}
        aria-label="Actions of the plan"
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-busy={stale}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={focus.onFocus}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column} style={{ width: WIDTHS[column] }} />
          ))}
        </colgroup>
        <GridHeader
          columns={columns}
          search={search}
          onSort={props.onSort}
          active={focus.activeIndex < 0 ? focus.active.column : null}
          shown={rows.length}
          selected={selection.ids.size}
          onSelectAll={(all) => (all ? selection.replace(keys) : selection.clear())}
        />
        <tbody ref={body} role={ROLES.rows}>
          {drawn.rows.flatMap(({ index, gap }) => {
            const row = rows[index];
            if (!row) return [];
            const isEdited = editing?.id === row.id;
            const line = (
              <ActionLine
                key={row.id}
                planId={planId}
                row={row}
                index={index}
                rowIndex={index + 2}
                columns={columns}
                search={search}
                isSelected={selection.ids.has(row.id)}
                active={focus.active.key === row.id ? focus.active.column : null}
                editing={isEdited ? editing.column : null}
                editor={isEdited ? props.editorFor(row, editing.column, done) : null}
                isSaving={props.saving.has(row.id)}
                measure={drawn.measure}
              />
            );
            return gap > 0
              ? [<Spacer key={`before ${row.id}`} height={gap} columns={columns.length} />, line]
              : [line];
          })}
          {drawn.below > 0 ? <Spacer height={drawn.below} columns={columns.length} /> : null}
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
