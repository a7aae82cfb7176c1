/** The position that a key leads to among `count` of them, beginning at `now`; null for a key that leads nowhere. */
export function stepOf(key: string, now: number, count: number): number | null {
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, now - 1);
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(count - 1, now + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
