import type { DeclarableRag, Rag, ReviewItemState } from '@gt/contracts/words';
import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { RedactedNote } from '../../../components/redacted-note.tsx';
import { useCommands } from '../../../lib/shortcuts.ts';
import { TypedWarning } from '../../screening/public.tsx';
import { type AgendaItem, itemActionQuery } from '../queries.ts';
import classes from './composer.module.css';
import { Deeds } from './deeds.tsx';
import { focusItem } from './focus-item.ts';
import { KeyHint } from './key-hint.tsx';
import { useMeeting } from './meeting-context.ts';
import { RagKeys } from './rag-keys.tsx';
import { rateItem } from './rate-item.ts';
import { useChosenRag } from './use-chosen-rag.ts';
import { useShownItem } from './use-queue-sender.ts';
import { useRecordKey } from './use-record-key.ts';
import type { Rating } from './write-queue.ts';

/** Typing reaches the server when it pauses for so long, in milliseconds. */
const PAUSE_MS = 800;
/** Longest note, in characters. */
const NOTE_MAX = 20_000;
const GROUP = 'The open item';

/** What is said of the open action: its colour, and a note that is the reason too. Recording goes on to the next. */
export function Composer({ item }: { item: AgendaItem }) {
  const { sender, place, goOn, say } = useMeeting();
  const shown = useShownItem(sender, item);
  const { data: action } = useQuery({
    ...itemActionQuery(item.actionId ?? ''),
    enabled: item.actionId !== null,
  });
  const [rag, chooseRag] = useChosenRag(item.id);
  const [problem, setProblem] = useState('');
  const note = useRef<HTMLTextAreaElement>(null);
  const isOver = shown.status === 'CLOSED' || shown.status === 'CANCELLED';

  const write = (words: string, state: ReviewItemState | null, rating: Rating | null = null) =>
    sender.put({
      kind: 'item',
      id: crypto.randomUUID(),
      itemId: item.id,
      base: item.version,
      note: words,
      state,
      rating,
      notBefore: state === null ? Date.now() + PAUSE_MS : 0,
    });
  /** The colour to send; null when none was chosen, or when the note does not say enough for it. */
  const ratingOf = (chosen: DeclarableRag | null): Rating | null => {
    if (chosen === null) return null;
    const rated = rateItem(item, chosen, shown.note, action?.calculatedReasons[0] ?? '');
    if (rated.ok) return rated.rating;
    setProblem(rated.message);
    note.current?.focus();
    return null;
  };
  const record = (state: 'DONE' | 'PARKED') => {
    setProblem('');
    if (shown.note.length > NOTE_MAX) {
      setProblem(`A note has up to 20,000 characters. Shorten it by ${shown.note.length - NOTE_MAX}.`);
      return;
    }
    const rating = ratingOf(rag);
    if (rag !== null && rating === null) return;
    write(shown.note, state, rating);
    chooseRag(null);
    say(state === 'DONE' ? `${item.reference} recorded.` : `${item.reference} parked.`);
    goOn(item);
  };
  const choose = (chosen: DeclarableRag) => {
    if (isOver) return;
    chooseRag(chosen);
    setProblem('');
    note.current?.focus();
  };
  useCommands([
    { keys: '1', says: 'Off track, then the note', group: GROUP, run: () => choose('RED'), onlyKeys: true },
    { keys: '2', says: 'At risk, then the note', group: GROUP, run: () => choose('AMBER'), onlyKeys: true },
    { keys: '3', says: 'On track, then the note', group: GROUP, run: () => choose('GREEN'), onlyKeys: true },
    { keys: 'n', says: 'Write the note', group: GROUP, run: () => note.current?.focus(), onlyKeys: true },
    { keys: 'p', says: 'Park it and go on', group: GROUP, run: () => record('PARKED'), onlyKeys: true },
  ]);
  useRecordKey(() => record('DONE'));
  return (
    <section className={classes.composer} aria-label="What is said of it" onChangeCapture={place.stay}>
      <div className={classes.desk}>
        <RagKeys now={shown.rag as Rag} chosen={rag} disabled={isOver} onChoose={choose} />
        <Deeds
          item={item}
          shown={shown}
          action={action}
          onPark={() => record('PARKED')}
          onState={(state) => write(shown.note, state)}
        />
      </div>
      {item.redactedAt ? (
        <RedactedNote redactedAt={item.redactedAt} />
      ) : (
        <div className={classes.noteLine}>
          <Textarea
            ref={note}
            id="review-note"
            label={rag ? 'Note, and the reason for the colour' : 'Note'}
            className={classes.note}
            minRows={1}
            maxRows={8}
            value={shown.note}
            error={problem || undefined}
            onChange={(event) => {
              setProblem('');
              write(event.currentTarget.value, null);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') focusItem();
            }}
          />
          <Button className={classes.record} onClick={() => record('DONE')}>
            Record and go on <kbd className={classes.onButton}>Ctrl ⏎</kbd>
          </Button>
        </div>
      )}
      <TypedWarning text={shown.note} />
      <p className={classes.hint}>
        Do not name a child. <KeyHint keys="Esc" /> leaves the note, so that keys work again.
      </p>
    </section>
  );
}
