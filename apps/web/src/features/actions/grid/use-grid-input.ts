import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { ActionRow } from '../queries.ts';
import { isEditable } from './editable.ts';
import type { GridItem } from './grid-items.ts';
import type { useGridFocus } from './use-grid-focus.ts';
import type { Selection } from './use-selection.ts';

type GridInputProps = {
  frame: RefObject<HTMLElement | null>;
  items: readonly GridItem[];
  focus: ReturnType<typeof useGridFocus>;
  selection: Selection;
  /** Ids of all actions that are here. */
  ids: readonly string[];
  /** Columns in which a press begins a change. */
  offered: ReadonlySet<string>;
  onEdit: (id: string, column: string) => void;
  onOpen: (id: string) => void;
  onGroup: (groupKey: string) => void;
  onCopyLink: (row: ActionRow) => void;
};

/** What keys and presses do in the grid; moving about is `useGridFocus`. */
export function useGridInput(props: GridInputProps) {
  const { frame, items, focus, selection, ids, offered } = props;
  const activate = (key: string, column: string) => {
    const item = items.find((candidate) => candidate.key === key);
    if (item?.kind === 'group') props.onGroup(item.group.key);
    else if (item && isEditable(column)) props.onEdit(key, column);
    else if (item) props.onOpen(key);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    // An editor is drawn elsewhere in the page, yet its keys come by here.
    if (!(target instanceof Element) || !frame.current?.contains(target)) return;
    const item = items[focus.activeIndex];
    const isControl = event.ctrlKey || event.metaKey;
    // A box ticks, a button presses and a link opens by itself.
    const isPress = target.matches('input, button') || (event.key === 'Enter' && target.matches('a'));
    if (item?.kind === 'group' && event.key === (item.isClosed ? 'ArrowRight' : 'ArrowLeft')) {
      props.onGroup(item.group.key);
    } else if (event.key === ' ' && item?.kind === 'row' && !isPress) {
      if (event.shiftKey) selection.extend(item.key);
      else selection.toggle(item.key);
    } else if (isControl && event.key === 'a') {
      selection.replace(ids);
    } else if (isControl && event.key === 'c' && item?.kind === 'row' && hasNoWordsMarked()) {
      props.onCopyLink(item.row);
    } else if ((event.key === 'Enter' || event.key === 'F2') && item && !isPress) {
      activate(item.key, focus.active.column);
    } else {
      focus.onMoveKey(event);
      return;
    }
    event.preventDefault();
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof Element) || !frame.current?.contains(target)) return;
    const column = target.closest<HTMLElement>('[data-column]')?.dataset.column;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset.key;
    const item = items.find((candidate) => candidate.key === key);
    if (!item || !column) return;
    if (target.closest('a')) {
      // With a key held, the browser opens it elsewhere.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      props.onOpen(item.key);
    } else if (column === 'select') {
      if (event.shiftKey) selection.extend(item.key);
      else selection.toggle(item.key);
    } else if (item.kind === 'group' || offered.has(column)) activate(item.key, column);
  };
  return { onKeyDown, onClick };
}

const hasNoWordsMarked = () => getSelection()?.isCollapsed !== false;
