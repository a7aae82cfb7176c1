import { useCallback, useRef, useState } from 'react';

/** The dialog fades, then gives the focus back to a control that may be gone: looked at until then, in milliseconds. */
const LOOK_AFTER = [150, 300, 600] as const;

function focusIfLost(id: string | undefined): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (id && lost) document.querySelector<HTMLElement>(`[data-opener="${CSS.escape(id)}"]`)?.focus();
}

/**
 * One dialog of a page, and what it is about. `value` stays while the dialog closes, so that its words do not vanish
 * before it does. `open(value, opener)` names the control (its `data-opener`) that the focus returns to: an item of
 * a menu is gone by then, and the target of a menu has an id of Mantine's own. Spread `modal` over a dialog.
 */
export function useDialog<T>() {
  const [state, setState] = useState<{ value: T | null; opened: boolean }>({ value: null, opened: false });
  const opener = useRef<string | undefined>(undefined);
  const open = useCallback((value: T, name?: string) => {
    opener.current = name;
    setState({ value, opened: true });
  }, []);
  const close = useCallback(() => {
    setState((before) => ({ ...before, opened: false }));
    for (const wait of LOOK_AFTER) setTimeout(() => focusIfLost(opener.current), wait);
  }, []);
  return { ...state, open, close, modal: { opened: state.opened, onClose: close } };
}
