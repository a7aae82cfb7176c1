import { countOf } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { TimelineRow } from '../queries.ts';
import { usePrinting } from '../use-printing.ts';
import type { TimelineListProps } from './timeline-list-props.ts';

const AT_ONCE = 50;

/** Some rows at a time, with the button that shows more; all of them on paper. */
export function useSome({
  rows,
  total,
  onMore,
  isLoadingMore,
}: Pick<TimelineListProps, 'rows' | 'total' | 'onMore' | 'isLoadingMore'>): {
  shown: readonly TimelineRow[];
  button: ReactNode;
} {
  const [wanted, setWanted] = useState(AT_ONCE);
  const isPrinting = usePrinting();
  const shown = isPrinting ? rows : rows.slice(0, wanted);
  const more = () => {
    setWanted(wanted + AT_ONCE);
    if (wanted + AT_ONCE > rows.length) onMore();
  };
  const button =
    shown.length < total && !isPrinting ? (
      <Button variant="default" mt="sm" loading={isLoadingMore} onClick={more} className="gt-screen-only">
        Show more of {countOf(total - shown.length, 'other')}
      </Button>
    ) : null;
  return { shown, button };
}
