import { formatDate, type IsoDate } from '@gt/contracts/words';
import { isOpenStatus } from '@gt/domain/action';
import { holds } from '@gt/domain/authz';
import { addDays, daysBetween } from '@gt/domain/calendar';
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useUser } from '../../../lib/session.ts';
import type { TimelineRow } from '../queries.ts';
import type { TimelineScale } from './timeline-scale.ts';

export type DateMove = { row: TimelineRow; date: IsoDate };

/** Days by which a key moves the end of a bar; null for keys that mean nothing here. */
export function stepOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey'>): number | null {
  if (!event.shiftKey) return null;
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 7, PageUp: -7 };
  return steps[event.key] ?? null;
}

/**
 * Moving the end of a bar: by dragging it, or on the bar with Shift and an arrow key (a day) or a page key (a week).
 * Nothing is written yet: `asked` is the move that was let go or confirmed with Enter, for a dialog to ask why.
 */
export function useDateMove(scale: TimelineScale) {
  const { roles } = useUser();
  const [moving, setMoving] = useState<DateMove | null>(null);
  const [asked, setAsked] = useState<DateMove | null>(null);
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);
  const mayAtAll = holds(roles, 'action.setDueDate') || holds(roles, 'action.requestDueDate');
  const canMove = useCallback(
    (row: TimelineRow) =>
      mayAtAll && row.dueDate !== null && !row.pendingDueDate && !row.isRedacted && isOpenStatus(row.status),
    [mayAtAll],
  );

  const press = useCallback(
    (event: PointerEvent<HTMLElement>, row: TimelineRow) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      end.current = followPointer(event.clientX, row, scale.dayWidth, setMoving, (move) => {
        if (move) setAsked(move);
        else setMoving(null);
      });
    },
    [scale.dayWidth],
  );

  /** True when the key was for this. */
  const onKey = useCallback(
    (event: KeyboardEvent, row: TimelineRow): boolean => {
      const mine = moving?.row.id === row.id ? moving : null;
      const step = stepOf(event);
      if (step !== null && canMove(row) && row.dueDate) {
        const date = addDays(mine?.date ?? row.dueDate, step);
        setMoving(date === row.dueDate ? null : { row, date });
      } else if (mine && event.key === 'Enter') setAsked(mine);
      else if (mine && event.key === 'Escape') setMoving(null);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    [moving, canMove],
  );
  const leave = useCallback(() => {
    setAsked(null);
    setMoving(null);
  }, []);
  return { moving, asked, canMove, press, onKey, leave };
}

/** Follows the pointer until it is let go (the move, if there is one) or Escape is pressed (null). Answers how to stop. */
function followPointer(
  from: number,
  row: TimelineRow,
  dayWidth: number,
  onMoving: (move: DateMove | null) => void,
  onDone: (move: DateMove | null) => void,
): () => void {
  const { dueDate } = row;
  let now: DateMove | null = null;
  const listeners = new AbortController();
  const { signal } = listeners;
  const done = (move: DateMove | null) => {
    listeners.abort();
    onDone(move);
  };
  window.addEventListener(
    'pointermove',
    ({ clientX }) => {
      const days = Math.round((clientX - from) / dayWidth);
      now = days === 0 || !dueDate ? null : { row, date: addDays(dueDate, days) };
      onMoving(now);
    },
    { signal },
  );
  window.addEventListener('pointerup', () => done(now), { signal });
  window.addEventListener('pointercancel', () => done(null), { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && done(null), { signal });
  return () => listeners.abort();
}

/** "R3.A2: 14 March 2026, 2 days later. Enter to go on, Escape to leave it." */
export function moveInWords({ row, date }: DateMove): string {
  const days = row.dueDate ? daysBetween(row.dueDate, date) : 0;
  const size = Math.abs(days);
  const by = `${size} ${size === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`;
  return `${row.reference}: ${formatDate(date)}, ${by}. Enter to go on, Escape to leave it.`;
}

export type DateMoving = ReturnType<typeof useDateMove>;
