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
};

/** What the top bar, the page's heading and the header row take of the screen, in pixels. */
const AROUND = 220;

/**
 * One place of the grid at a time can be reached by Tab; arrows, Home, End, Page Up and Page Down move it. A row that
 * is not in the page is put there and focused, one that is not here yet is fetched first.
 */
export function useGridFocus(props: GridFocusProps) {
  const { frame, keys, columns, total, hasHeader, rowHeight, loadUpTo } = props;
  const [at, setAt] = useState<Active | null>(null);
  const isThere = at !== null && (at.key === HEADER || keys.includes(at.key)) && columns.includes(at.column);
  const first = keys[0] ?? HEADER;
  const active = isThere ? at : { key: first, column: 'reference' };
  const wanted = useRef<{ row: number; column: number } | null>(null);
  const focusNow = useRef(false);

  const goTo = useCallback(
    (row: number, column: number) => {
      const key = row < 0 ? HEADER : keys[row];
      const to = columns[column];
      if (key === undefined || to === undefined) return false;
      focusNow.current = true;
      setAt({ key, column: to });
      return true;
    },
    [keys, columns],
  );

  useLayoutEffect(() => {
    const place = wanted.current;
    if (place && goTo(Math.min(place.row, keys.length - 1), place.column)) wanted.current = null;
  }, [goTo, keys]);

  useLayoutEffect(() => {
    if (!focusNow.current) return;
    const target = cellAt(frame.current, active);
    if (!target) return;
    focusNow.current = false;
    target.focus();
  });

  /** True when the key moved the focus. */
  const onMoveKey = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false;
    const from = {
      row: active.key === HEADER ? -1 : keys.indexOf(active.key),
      column: columns.indexOf(active.column),
    };
    const page = Math.max(1, Math.floor((window.innerHeight - AROUND) / rowHeight));
    const size = { rows: total, columns: columns.length, page, hasHeader };
    const place = moveInGrid(event.key, event.ctrlKey || event.metaKey, from, size);
    if (!place) return false;
    event.preventDefault();
    wanted.current = null;
    if (place.row < keys.length) goTo(place.row, place.column);
    else {
      // The last that is here, until the one asked for has come.
      goTo(keys.length - 1, place.column);
      void loadUpTo(place.row).then((isHere) => {
        if (isHere) wanted.current = place;
        setAt((before) => (before ? { ...before } : before));
      });
    }
    return true;
  };

  const onFocus = (event: FocusEvent) => {
    const cell = event.target.closest<HTMLElement>('[data-column]');
    const key = event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
    const column = cell?.dataset.column;
    if (key && column && (key !== active.key || column !== active.column)) setAt({ key, column });
  };

  const focusCell = useCallback((key: string, column: string) => {
    focusNow.current = true;
    setAt({ key, column });
  }, []);

  return {
    active,
    activeIndex: active.key === HEADER ? -1 : keys.indexOf(active.key),
    onMoveKey,
    onFocus,
    focusCell,
  };
}

/** What takes the focus in a cell: the one control in it, else the cell itself. */
function cellAt(frame: HTMLElement | null, { key, column }: Active): HTMLElement | null {
  const cell = frame?.querySelector<HTMLElement>(
    `[data-key="${CSS.escape(key)}"] > [data-column="${CSS.escape(column)}"]`,
  );
  return cell?.querySelector<HTMLElement>('[data-focus]') ?? cell ?? null;
}
