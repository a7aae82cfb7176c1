import { type RefObject, useLayoutEffect, useState } from 'react';

type Wanted = { laterKey: string; earlierKey: string; isConfirmed: boolean };
export type Line = { key: string; path: string; isConfirmed: boolean };
type Drawn = { lines: Line[]; width: number; height: number };

const NOTHING: Drawn = { lines: [], width: 0, height: 0 };

/**
 * The lines between cards of a board, from the right edge of the earlier to the left edge of the later, measured where
 * the cards stand and again whenever the board changes its size.
 */
export function useLines(board: RefObject<HTMLDivElement | null>, wanted: readonly Wanted[]): Drawn {
  const [drawn, setDrawn] = useState(NOTHING);
  // What is wanted, as a value that changes only when the lines do.
  const asked = JSON.stringify(wanted);
  useLayoutEffect(() => {
    const node = board.current;
    if (!node) return;
    const draw = () => setDrawn(measure(node, JSON.parse(asked) as Wanted[]));
    const observer = new ResizeObserver(draw);
    observer.observe(node);
    draw();
    return () => observer.disconnect();
  }, [board, asked]);
  return drawn;
}

function measure(board: HTMLDivElement, wanted: readonly Wanted[]): Drawn {
  const origin = board.getBoundingClientRect();
  const boxOf = (key: string) =>
    board.querySelector(`[data-item="${CSS.escape(key)}"]`)?.getBoundingClientRect();
  const lines = wanted.flatMap(({ laterKey, earlierKey, isConfirmed }) => {
    const [from, to] = [boxOf(earlierKey), boxOf(laterKey)];
    if (!from || !to) return [];
    const [x1, y1] = [from.right - origin.left, from.top - origin.top + from.height / 2];
    const [x2, y2] = [to.left - origin.left, to.top - origin.top + to.height / 2];
    const bend = Math.max(16, (x2 - x1) / 2);
    const path = `M ${x1} ${y1} C ${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
    return [{ key: `${earlierKey} ${laterKey}`, path, isConfirmed }];
  });
  return { lines, width: board.scrollWidth, height: board.scrollHeight };
}
