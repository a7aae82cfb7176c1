import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ActionRow } from '../queries.ts';

/** Pixels before a press becomes a drag: a hand that trembles still opens the card. */
const BEGINS_AFTER = 6;
/** So near the edge of the board it scrolls, by so much a step. */
const EDGE = 56;
const STEP = 18;

export type CardDrag = { row: ActionRow; x: number; y: number; over: string | null };

/**
 * Dragging cards with mouse or pen; a finger scrolls, and moves a card by its menu. `press` goes on the card. Escape
 * lets go without a move. `scroller` follows when the card is held at its edge.
 */
export function useCardDrag(
  scroller: RefObject<HTMLElement | null>,
  onDrop: (row: ActionRow, column: string) => void,
) {
  const [drag, setDrag] = useState<CardDrag | null>(null);
  const end = useRef<() => void>(() => undefined);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => () => end.current(), []);

  const press = useCallback(
    (event: PointerEvent<HTMLElement>, row: ActionRow) => {
      const isOnControl = event.target instanceof Element && event.target.closest('button') !== null;
      if (event.button !== 0 || event.pointerType === 'touch' || isOnControl) return;
      const from = { x: event.clientX, y: event.clientY };
      let now: CardDrag | null = null;
      const onMove = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
        if (!now && Math.hypot(x - from.x, y - from.y) < BEGINS_AFTER) return;
        now = { row, x, y, over: columnAt(x, y) };
        document.body.style.userSelect = 'none';
        scrollAtEdge(scroller.current, x);
        setDrag(now);
      };
      const stop = () => {
        for (const [name, listener] of listeners) window.removeEventListener(name, listener);
        document.body.style.userSelect = '';
        setDrag(null);
      };
      const onUp = () => {
        const held = now;
        stop();
        if (!held) return;
        swallowClick();
        if (held.over !== null) drop.current(held.row, held.over);
      };
      const onKey = ({ key }: KeyboardEvent) => {
        if (key !== 'Escape') return;
        if (now) swallowClick();
        stop();
      };
      const listeners: [string, EventListener][] = [
        ['pointermove', onMove as EventListener],
        ['pointerup', onUp],
        ['pointercancel', stop],
        ['keydown', onKey as EventListener],
      ];
      for (const [name, listener] of listeners) window.addEventListener(name, listener);
      end.current = stop;
    },
    [scroller],
  );
  return { drag, press };
}

function columnAt(x: number, y: number): string | null {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]');
  return column?.dataset.column ?? null;
}

function scrollAtEdge(scroller: HTMLElement | null, x: number): void {
  if (!scroller) return;
  const { left, right } = scroller.getBoundingClientRect();
  if (x < left + EDGE) scroller.scrollBy({ left: -STEP });
  if (x > right - EDGE) scroller.scrollBy({ left: STEP });
}

/** The click that follows letting go would open the card under the pointer. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
