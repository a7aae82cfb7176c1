import { type KeyboardEvent, useRef, useState } from 'react';
import type { TimelineLine } from './timeline-lines.ts';

export type TimelineCell = 'name' | 'bar';

const PAGE = 10;

/** One stop in the tab order; arrow keys go from line to line and between an action and its bar. */
export function useTimelineFocus(lines: readonly TimelineLine[], reveal: (index: number) => void) {
  const frame = useRef(0);
  const [active, setActive] = useState<{ key: string | null; cell: TimelineCell }>({
    key: null,
    cell: 'name',
  });
  const known = lines.findIndex(({ key }) => key === active.key);
  const first = lines.findIndex(({ kind }) => kind === 'action');
  const at = known >= 0 ? known : first;

  const go = (index: number, cell: TimelineCell) => {
    const line = lines[index];
    if (line?.kind !== 'action') return;
    setActive({ key: line.key, cell });
    reveal(index);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-line="${index}"][data-cell="${cell}"]`)?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.target as HTMLElement;
    const here = Number(target.dataset.line);
    const cell: TimelineCell = target.dataset.cell === 'bar' ? 'bar' : 'name';
    if (!Number.isInteger(here) || target.dataset.line === undefined) return;
    const to = moveInTimeline(lines, { index: here, cell }, event.key);
    if (!to) return;
    event.preventDefault();
    go(to.index, to.cell);
  };
  return {
    onKeyDown,
    /** Which cell of a line is in the tab order. */
    cellOf: (index: number): TimelineCell | null => (index === at ? active.cell : null),
  };
}

/** Where a key leads from a cell; null for keys that mean nothing here. */
export function moveInTimeline(
  lines: readonly TimelineLine[],
  { index, cell }: { index: number; cell: TimelineCell },
  key: string,
): { index: number; cell: TimelineCell } | null {
  switch (key) {
    case 'ArrowDown':
      return { index: nextAction(lines, index, 1), cell };
    case 'ArrowUp':
      return { index: nextAction(lines, index, -1), cell };
    case 'PageDown':
      return { index: nextAction(lines, Math.min(lines.length - 1, index + PAGE) - 1, 1), cell };
    case 'PageUp':
      return { index: nextAction(lines, Math.max(0, index - PAGE) + 1, -1), cell };
    case 'Home':
      return { index: nextAction(lines, -1, 1), cell };
    case 'End':
      return { index: nextAction(lines, lines.length, -1), cell };
    case 'ArrowRight':
      return { index, cell: 'bar' };
    case 'ArrowLeft':
      return { index, cell: 'name' };
    default:
      return null;
  }
}

/** The nearest action in that direction; headings have nothing to focus. -1 when there is none. */
function nextAction(lines: readonly TimelineLine[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    if (lines[at]?.kind === 'action') return at;
  }
  return -1;
}
