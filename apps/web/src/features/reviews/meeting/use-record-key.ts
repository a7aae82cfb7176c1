import { useEffect, useRef } from 'react';

/** Ctrl or Cmd with Enter, wherever the focus is, but for a dialog or a small form that takes it for itself. */
export function useRecordKey(record: () => void): void {
  const latest = useRef(record);
  useEffect(() => {
    latest.current = record;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isRecord = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (!isRecord || event.defaultPrevented || event.repeat) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
