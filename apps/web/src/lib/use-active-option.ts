import { type KeyboardEvent, useId, useState } from 'react';

type ActiveOption = {
  count: number;
  /** Names the list: "Fields". */
  label: string;
  /** Several can be ticked; then say of each whether it is. */
  several?: boolean;
  onChoose: (index: number) => void;
};

/**
 * A box to type in above a list to choose from, by the combobox pattern: the focus stays in the box, arrow keys move
 * a mark through the list, Enter takes what is marked. Spread `box` over the input, `list` over the listbox and
 * `option(index)` over each option.
 */
export function useActiveOption({ count, label, several, onChoose }: ActiveOption) {
  const listId = useId();
  const [marked, setMarked] = useState(0);
  const active = Math.min(marked, count - 1);
  const idOf = (index: number) => `${listId}-${index}`;
  const move = (to: number) => {
    setMarked(to);
    document.getElementById(idOf(to))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (count === 0 || event.nativeEvent.isComposing) return;
    const to = {
      ArrowDown: (active + 1) % count,
      ArrowUp: (active - 1 + count) % count,
      PageDown: Math.min(active + 8, count - 1),
      PageUp: Math.max(active - 8, 0),
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onChoose(active);
    }
  };
  return {
    active,
    /** Back to the first, as when other words were typed. */
    reset: () => setMarked(0),
    box: {
      role: 'combobox',
      'aria-expanded': count > 0,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': count > 0 ? idOf(active) : undefined,
      autoComplete: 'off',
      onKeyDown,
    } as const,
    list: {
      id: listId,
      role: 'listbox',
      'aria-label': label,
      'aria-multiselectable': several || undefined,
    } as const,
    option: (index: number, isTicked?: boolean) =>
      ({
        id: idOf(index),
        role: 'option',
        'aria-selected': index === active,
        'aria-checked': isTicked,
        onPointerMove: () => setMarked(index),
        onClick: () => onChoose(index),
      }) as const,
  };
}
