import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { AgendaItem } from '../queries.ts';
import { agendaLines } from './agenda.ts';
import classes from './agenda-list.module.css';
import { AgendaRow } from './agenda-row.tsx';
import { useMeeting } from './meeting-context.ts';
import { useMarks } from './use-queue-sender.ts';

/** Heights before a line is measured, in pixels, and lines kept ready above and below what is seen. */
const LINE = 44;
const HEAD = 34;
const AHEAD = 6;
const SHORT = 40;

type AgendaListProps = {
  /** Moves an item by so many places; absent for those who follow. */
  onMove?: (item: AgendaItem, by: 1 | -1) => void;
  /** Called when an item was chosen, as to close the sheet that the list stands in. */
  onChosen?: () => void;
};

/** What the meeting walks through, by section, with what is done ticked off. Only the lines in view are in the page. */
export function AgendaList({ onMove, onChosen }: AgendaListProps) {
  const { review, place, sender } = useMeeting();
  const marks = useMarks(sender);
  const [words, setWords] = useState('');
  const { agenda } = review;
  const lines = useMemo(
    () => agendaLines(agenda, (item) => ({ state: marks.get(item.id)?.state ?? item.state }), words),
    [agenda, marks, words],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const here = lines.findIndex((line) => line.kind === 'item' && line.item.id === place.item?.id);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'section' ? HEAD : LINE),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: AHEAD,
    useFlushSync: false,
  });
  const { scrollToIndex } = virtual;
  useEffect(() => {
    // The head of its section is shown with the first of it.
    if (here >= 0) scrollToIndex(Math.max(0, here - 1), { align: 'auto' });
    if (here >= 0) scrollToIndex(here, { align: 'auto' });
  }, [here, scrollToIndex]);

  const choose = (itemId: string) => {
    place.goTo(itemId);
    onChosen?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      const first = lines.find((line) => line.kind === 'item');
      if (first?.kind !== 'item') return;
      setWords('');
      choose(first.item.id);
      event.currentTarget.blur();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setWords('');
      event.currentTarget.blur();
    }
  };
  return (
    <nav aria-label="Agenda" className={classes.agenda}>
      {agenda.length > SHORT || words ? (
        <TextInput
          type="search"
          size="xs"
          data-agenda-filter
          aria-label="Find in the agenda"
          placeholder="Find in the agenda"
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          className={classes.filter}
          value={words}
          maxLength={200}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      ) : null}
      <div ref={scroller} className={classes.scroller}>
        {lines.length === 0 ? (
          <p className={classes.none}>
            {words ? 'Nothing on the agenda fits.' : 'Nothing is on the agenda.'}
          </p>
        ) : null}
        <ol className={classes.lines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index];
            if (!line) return null;
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.line}
                style={{ transform: `translateY(${start}px)` }}
              >
                {line.kind === 'section' ? (
                  <h2 className={classes.section}>
                    {line.label}
                    <span className={classes.tally}>
                      <span className="gt-visually-hidden">, </span>
                      {line.done} of {line.total}
                    </span>
                  </h2>
                ) : (
                  <AgendaRow
                    item={line.item}
                    number={line.number}
                    mark={marks.get(line.item.id)}
                    isHere={index === here}
                    onChoose={choose}
                    onMove={onMove}
                  />
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </nav>
  );
}
