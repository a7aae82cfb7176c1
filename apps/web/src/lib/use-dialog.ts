import { useCallback, useRef, useState } from 'react';

/** After the dialog has faded and has given the focus back to a control that is no longer there. */
const FOCUS_AFTER = 200;

function focusIfLost(id: string | undefined): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (id && lost) document.getElementById(id)?.focus();
}

/**
 * One dialog of a page, and what it is about. `value` stays while the dialog closes, so that its words do not vanish
 * before it does. `open(value, openerId)` names the control that the focus returns to: an item of a menu is gone by
 * then. Spread `modal` over a dialog.
 */
export function useDialog<T>() {
  const [state, setState] = useState<{ value: T | null; opened: boolean }>({ value: null, opened: false });
  const opener = useRef<string | undefined>(undefined);
  const open = useCallback((value: T, openerId?: string) => {
    opener.current = openerId;
    setState({ value, opened: true });
  }, []);
  const close = useCallback(() => {
    setState((before) => ({ ...before, opened: false }));
    setTimeout(() => focusIfLost(opener.current), FOCUS_AFTER);
  }, []);
  return { ...state, open, close, modal: { opened: state.opened, onClose: close } };
}
