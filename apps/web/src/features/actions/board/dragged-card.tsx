import { createPortal } from 'react-dom';
import classes from './board.module.css';
import type { CardDrag } from './use-card-drag.ts';

/** What the pointer carries. */
export function DraggedCard({ drag }: { drag: CardDrag }) {
  const { row, x, y } = drag;
  return createPortal(
    <div
      className={classes.dragged}
      style={{ transform: `translate(${x + 8}px, ${y + 8}px)` }}
      aria-hidden="true"
    >
      <strong>{row.reference}</strong> {row.redactedAt ? '' : row.title}
    </div>,
    document.body,
  );
}
