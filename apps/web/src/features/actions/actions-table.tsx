import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { paths } from '../../lib/paths.ts';
import type { Density, PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { useUser } from '../../lib/session.ts';
import classes from './actions-table.module.css';
import { leastWidth, WIDTHS } from './columns-that-fit.ts';
import { ActionLine, ANY_ID } from './grid/action-line.tsx';
import { type EditableColumn, isEditable, offeredColumns } from './grid/editable.ts';
import { GridHeader } from './grid/grid-header.tsx';
import type { GridItem } from './grid/grid-items.ts';
import { GroupLine } from './grid/group-line.tsx';
import { ROLES } from './grid/roles.ts';
import { useGridFocus } from './grid/use-grid-focus.ts';
import { useGridInput } from './grid/use-grid-input.ts';
import type { Selection } from './grid/use-selection.ts';
import { useVirtualRows } from './grid/use-virtual-rows.ts';
import type { ActionRow } from './queries.ts';
import { useCards } from './use-column-choice.ts';
import { usePrinting } from './use-printing.ts';

type ActionsTableProps = {
  planId: string;
  items: readonly GridItem[];
  /** Lines of the grid in all, also those that are not here yet. */
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
  onCopyLink: (row: ActionRow) => void;
  /** Closes an open group and opens a closed one. */
  onGroup: (groupKey: string) => void;
  onNearEnd: () => void;
  /** Fetches rows until this one is here; false when it never will be. */
  loadUpTo: (index: number) => Promise<boolean>;
  /** The editor of a cell, drawn inside it; `done` gives the focus back to the cell. */
  editorFor: (row: ActionRow, column: EditableColumn, done: () => void) => ReactNode;
};

const KEYS_ID = 'actions-table-keys';
/** How tall a row is before it is measured, in pixels. */
const ROW_HEIGHTS: Record<Density | 'middle', number> = { compact: 34, middle: 54, roomy: 72 };
const CARD_HEIGHT = 250;
/** More is fetched when so few lines remain below. */
const NEAR_END = 30;

/**
 * The plan's actions as a grid: one stop for Tab, arrows from cell to cell, Enter or F2 to change a cell where it
 * stands, Space to tick a row. Beyond a few dozen, only the rows in view are in the page.
 */
export function ActionsTable(props: ActionsTableProps) {
  const { planId, items, total, search, columns, density = 'middle', selection, stale } = props;
  const { onOpen, onGroup, onCopyLink, onNearEnd, loadUpTo } = props;
  const frame = useRef<HTMLElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [editing, setEditing] = useState<{ id: string; column: EditableColumn } | null>(null);
  const cards = useCards();
  const keys = useMemo(() => items.map((item) => item.key), [items]);
  const ids = useMemo(() => items.flatMap((item) => (item.kind === 'row' ? [item.key] : [])), [items]);
  const rowHeight = cards ? CARD_HEIGHT : ROW_HEIGHTS[density];
  const onExtend = (from: string, to: string) => {
    if (ids.includes(to)) selection.extend(to, ids.includes(from) ? from : to);
  };
  const focus = useGridFocus({
    frame,
    keys,
    columns,
    total,
    hasHeader: !cards,
    rowHeight,
    loadUpTo,
    onExtend,
  });
  const { roles } = useUser();
  const offered = useMemo(() => offeredColumns(roles), [roles]);
  const onEdit = (id: string, column: string) => {
    if (isEditable(column)) setEditing({ id, column });
  };
  const input = useGridInput({
    frame,
    items,
    focus,
    selection,
    ids,
    offered,
    onEdit,
    onOpen,
    onGroup,
    onCopyLink,
  });
  const printing = usePrinting();
  const router = useRouter();
  // Built once for all rows: a link component in each would be built again at every change of the address.
  const address = useMemo(
    () =>
      router.buildLocation({ to: paths.planActions, params: { planId }, search: { ...search, open: ANY_ID } })
        .href,
    [router, planId, search],
  );
  const drawn = useVirtualRows({ body, keys, rowHeight, keepIndex: focus.activeIndex, printing });
  useEffect(() => {
    if (drawn.last >= keys.length - NEAR_END) onNearEnd();
  }, [drawn.last, keys.length, onNearEnd]);
  const done = () => {
    setEditing(null);
    if (editing) focus.focusCell(editing.id, editing.column);
  };
  const lineOf = (item: GridItem, index: number) => {
    const place = { index, rowIndex: index + 2, measure: drawn.measure };
    const isActive = focus.active.key === item.key;
    if (item.kind === 'group') {
      const { key, group, isClosed } = item;
      const line = { lineKey: key, group, isClosed, isActive, columns: columns.length };
      return <GroupLine key={key} {...line} {...place} />;
    }
    const isEdited = editing?.id === item.key;
    return (
      <ActionLine
        key={item.key}
        row={item.row}
        columns={columns}
        offered={offered}
        address={address}
        isOpen={search.open === item.key}
        isSelected={selection.ids.has(item.key)}
        active={isActive ? focus.active.column : null}
        editing={isEdited ? editing.column : null}
        editor={isEdited ? props.editorFor(item.row, editing.column, done) : null}
        isSaving={props.saving.has(item.key)}
        {...place}
      />
    );
  };

  return (
    <section ref={frame} className={classes.scroll} aria-label="Actions" data-stale={stale}>
      <p id={KEYS_ID} className="gt-visually-hidden">
        Arrow keys go from cell to cell. Enter opens the action or changes the cell, Space selects the row.
      </p>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is said by a name that the rule cannot read */}
      <table
        role={ROLES.grid}
        className={classes.table}
        data-density={density}
        style={{ minWidth: leastWidth(columns) }}
        aria-label="Actions of the plan"
        aria-describedby={KEYS_ID}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-busy={stale}
        onKeyDown={input.onKeyDown}
        onClick={input.onClick}
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
          shown={ids.length}
          selected={selection.ids.size}
          onSelectAll={(all) => (all ? selection.replace(ids) : selection.clear())}
        />
        <tbody ref={body} role={ROLES.rows}>
          {drawn.rows.flatMap(({ index, gap }) => {
            const item = items[index];
            if (!item) return [];
            const line = lineOf(item, index);
            if (gap <= 0) return [line];
            return [<Spacer key={`before ${item.key}`} height={gap} columns={columns.length} />, line];
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
