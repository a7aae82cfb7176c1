import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Up to so many rows are all put in the page, so that the browser's own search finds them. */
const WHOLE_UP_TO = 60;
/** Rows kept ready above and below what is seen. */
const AHEAD = 3;

type VirtualRowsProps = {
  body: RefObject<HTMLElement | null>;
  keys: readonly string[];
  rowHeight: number;
  /** Stays in the page wherever it is: the focus must not vanish with its row. */
  keepIndex: number;
  /** On paper every row must be there. */
  printing: boolean;
};

/** A row to draw, and the pixels left empty between it and the one drawn before. */
export type DrawnRow = { index: number; gap: number };

/** Which rows are in the page: all of a short list, else those in view and the one with the focus. */
export function useVirtualRows({ body, keys, rowHeight, keepIndex, printing }: VirtualRowsProps) {
  const whole = printing || keys.length <= WHOLE_UP_TO;
  const rangeExtractor = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const indexes = defaultRangeExtractor(range);
      if (keepIndex < 0 || indexes.includes(keepIndex)) return indexes;
      return [...indexes, keepIndex].sort((a, b) => a - b);
    },
    [keepIndex],
  );
  // Measured: what `offsetTop` of a table's body counts from is the table.
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const box = body.current?.getBoundingClientRect();
    if (box) setTop(Math.round(box.top + window.scrollY));
  });
  const virtual = useWindowVirtualizer({
    count: keys.length,
    enabled: !whole,
    estimateSize: () => rowHeight,
    overscan: AHEAD,
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor,
    scrollMargin: top,
    useFlushSync: false,
  });
  if (whole) {
    return {
      rows: keys.map((_, index): DrawnRow => ({ index, gap: 0 })),
      below: 0,
      last: keys.length - 1,
      measure: undefined,
    };
  }
  const items = virtual.getVirtualItems();
  const margin = virtual.options.scrollMargin;
  let end = margin;
  const rows = items.map((item): DrawnRow => {
    const gap = item.start - end;
    end = item.end;
    return { index: item.index, gap };
  });
  const last = virtual.range?.endIndex ?? 0;
  return { rows, below: virtual.getTotalSize() - (end - margin), last, measure: virtual.measureElement };
}
