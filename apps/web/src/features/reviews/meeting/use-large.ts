import { useState } from 'react';

const KEY = 'gt-review-large';

/** Whether this device shows a meeting in large letters, as on a projector; remembered here. */
export function useLarge() {
  const [isLarge, setLarge] = useState(() => {
    try {
      return localStorage.getItem(KEY) === '1';
    } catch {
      return false;
    }
  });
  const toggle = () => {
    setLarge(!isLarge);
    try {
      localStorage.setItem(KEY, isLarge ? '0' : '1');
    } catch {
      // Without storage it holds for this visit.
    }
  };
  return [isLarge, toggle] as const;
}
