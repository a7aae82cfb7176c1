import type { IsoDate } from '@gt/contracts/words';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { TimelineScale } from './timeline-scale.ts';

/** Where today stands in the room there is, counted from its left. */
const TODAY_AT = 0.35;

/**
 * Keeps the same days in sight while the scale changes, and begins with today in sight. `toToday` goes back there.
 */
export function useTimelineScroll(
  scroller: RefObject<HTMLElement | null>,
  scale: TimelineScale,
  today: IsoDate,
  isThere: boolean,
) {
  const centre = useRef<IsoDate | null>(null);
  const reduce = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const toToday = () => {
    const node = scroller.current;
    if (!node) return;
    const left = scale.x(today) - roomOf(node) * TODAY_AT;
    node.scrollTo({ left, behavior: reduce() ? 'auto' : 'smooth' });
  };

  useLayoutEffect(() => {
    const node = scroller.current;
    if (!isThere || !node) return;
    const room = roomOf(node);
    node.scrollLeft =
      centre.current === null ? scale.x(today) - room * TODAY_AT : scale.x(centre.current) - room / 2;
  }, [scroller, scale, today, isThere]);
  useEffect(() => {
    const node = scroller.current;
    if (!isThere || !node) return;
    const remember = () => {
      centre.current = scale.dayAt(node.scrollLeft + roomOf(node) / 2);
    };
    node.addEventListener('scroll', remember, { passive: true });
    return () => node.removeEventListener('scroll', remember);
  }, [scroller, scale, isThere]);
  return { toToday };
}

/** Beside the names, which stay. */
function roomOf(node: HTMLElement): number {
  const left = Number.parseFloat(getComputedStyle(node).getPropertyValue('--left')) || 0;
  return node.clientWidth - left;
}
