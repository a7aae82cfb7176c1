import type { IsoDate } from '@gt/contracts/words';
import type { TimelineScale } from './timeline-scale.ts';

type Dates = { startDate: IsoDate | null; dueDate: IsoDate | null; originalDueDate: IsoDate | null };

/** Pixels below which a bar could not be hit. */
const LEAST_WIDTH = 24;
/** An open end is drawn so many pixels long and fades. */
const OPEN_END = 56;

export type BarShape = {
  /** Which of the two ends is a date that somebody set. */
  kind: 'span' | 'no-start' | 'no-due' | 'undated';
  x: number;
  width: number;
  /** The date first promised, where the present one is another: a mark, and the stretch between the two. */
  ghost: { at: number; x: number; width: number; moved: 'later' | 'earlier' } | null;
};

/**
 * The bar of an action from its start to the end of its due day. Without a start it is a short bar that fades in
 * before the due date, without a due date one that fades out after the start, without both a short one at today.
 */
export function barShape(row: Dates, scale: TimelineScale, today: IsoDate): BarShape {
  const { startDate, dueDate } = row;
  const ghost = ghostOf(row, scale);
  if (startDate && dueDate) {
    const end = scale.end(dueDate);
    const x = Math.max(0, Math.min(scale.x(startDate), end - LEAST_WIDTH));
    return { kind: 'span', x, width: Math.max(LEAST_WIDTH, end - x), ghost };
  }
  if (dueDate) {
    const end = scale.end(dueDate);
    const x = Math.max(0, end - OPEN_END);
    return { kind: 'no-start', x, width: Math.max(LEAST_WIDTH, end - x), ghost };
  }
  const from = startDate ?? today;
  const x = Math.min(scale.x(from), scale.width - OPEN_END);
  return { kind: startDate ? 'no-due' : 'undated', x: Math.max(0, x), width: OPEN_END, ghost };
}

function ghostOf({ dueDate, originalDueDate }: Dates, scale: TimelineScale): BarShape['ghost'] {
  if (!dueDate || !originalDueDate || dueDate === originalDueDate) return null;
  const original = scale.end(originalDueDate);
  const now = scale.end(dueDate);
  return originalDueDate < dueDate
    ? { at: original, x: original, width: now - original, moved: 'later' }
    : { at: original, x: now, width: original - now, moved: 'earlier' };
}
