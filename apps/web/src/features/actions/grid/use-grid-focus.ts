import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { moveInGrid } from './move-in-grid.ts';

/** The key of the header's row among the keys of the rows. */
export const HEADER = 'header';

type Active = { key: string; column: string };
/** Where to go, and from where rows are selected on the way. */
type Way = { row: number; column: number; extendFrom: string | null };

type GridFocusProps = {
  frame: RefObject<HTMLElement | null>;
  /** Keys of the rows that are here, in their order. */
  keys: readonly string[];
  columns: readonly string[];
  /** All rows, also those that are not here yet. */
  total: number;
  hasHeader: boolean;
  rowHeight: number;
  /** Fetches rows until this one is here; false when it never will be. */
  loadUpTo: (index: number) => Promise<boolean>;
  /** Moved with Shift: rows from one key to the other are to be selected. */
  onExtend: (from: string, to: string) => void;
};

/** What the top bar, the page's heading and the header row take of the screen, in pixels. */
const AROUND = 220;

/**
 * One place of the grid at a time can be reached by Tab; arrows, Home, End, Page Up and Page Down move it. A row that
 * is not in the page is put there and focused, one that is not here yet is fetched first.
 */
export function useGridFocus(props: GridFocusProps) {
  const { frame, keys, columns, loadUpTo, onExtend } = props;
  const [at, setAt] = useState<Active | null>(null);
  const isThere = at !== null && (at.key === HEADER || keys.includes(at.key)) && columns.includes(at.column);
  const active = isThere ? at : { key: keys[0] ?? HEADER, column: 'reference' };
  const awaited = useRef<Way | null>(null);
  const focusNow = useRef(false);

  const focusCell = useCallback((key: string, column: string) => {
    focusNow.current = true;
    setAt({ key, column });
  }, []);
  const goTo = ({ row, column, extendFrom }: Way) => {
    const key = row < 0 ? HEADER : keys[row];
    const to = columns[column];
    if (key === undefined || to === undefined) return;
    focusCell(key, to);
    if (extendFrom && row >= 0) onExtend(extendFrom, key);
  };

  useLayoutEffect(() => {
    const way = awaited.current;
    if (!way || keys.length <= way.row) return;
    awaited.current = null;
    goTo(way);
  });
  useLayoutEffect(() => {
    if (!focusNow.current) return;
    const target = cellAt(frame.current, active);
    if (!target) return;
    focusNow.current = false;
    target.focus();
  });

  const onMoveKey = (event: KeyboardEvent): void => {
    const from = {
      row: active.key === HEADER ? -1 : keys.indexOf(active.key),
      column: columns.indexOf(active.column),
    };
    const place = event.altKey ? null : moveInGrid(event.key, isControl(event), from, sizeOf(props));
    if (!place) return;
    event.preventDefault();
    const isExtending = event.shiftKey && from.row >= 0 && place.row !== from.row;
    const way = { ...place, extendFrom: isExtending ? active.key : null };
    awaited.current = null;
    if (place.row < keys.length) {
      goTo(way);
      return;
    }
    // At the last that is here, until the row has come; another key gives the long way up.
    goTo({ ...place, row: keys.length - 1, extendFrom: null });
    awaited.current = way;
    void loadUpTo(place.row);
  };

  const onFocus = (event: FocusEvent) => {
    const column = event.target.closest<HTMLElement>('[data-column]')?.dataset.column;
    const key = event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (!key || !column) return;
    // The name of a group spans all columns: going on, the column is the one come from.
    const to = column === 'group' ? active.column : column;
    if (key !== active.key || to !== active.column) setAt({ key, column: to });
  };

  const activeIndex = active.key === HEADER ? -1 : keys.indexOf(active.key);
  return { active, activeIndex, onMoveKey, onFocus, focusCell };
}

const isControl = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;

function sizeOf({ total, columns, hasHeader, rowHeight }: GridFocusProps) {
  const page = Math.max(1, Math.floor((window.innerHeight - AROUND) / rowHeight));
  return { rows: total, columns: columns.length, page, hasHeader };
}

/** What takes the focus in a cell: the one control in it, else the cell itself. */
function cellAt(frame: HTMLElement | null, { key, column }: Active): HTMLElement | null {
  const cell = frame?.querySelector<HTMLElement>(
    `[data-key="${CSS.escape(key)}"] > [data-column="${CSS.escape(column)}"]`,
  );
  const alone = frame?.querySelector<HTMLElement>(
    `[data-key="${CSS.escape(key)}"] > [data-column="group"] > [data-focus]`,
  );
  return cell?.querySelector<HTMLElement>('[data-focus]') ?? cell ?? alone ?? null;
}
