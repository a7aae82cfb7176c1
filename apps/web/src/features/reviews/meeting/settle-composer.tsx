import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useCommands } from '../../../lib/shortcuts.ts';
import { TypedWarning } from '../../screening/public.tsx';
import { type AgendaItem, itemQuery } from '../queries.ts';
import classes from './composer.module.css';
import { focusItem } from './focus-item.ts';
import { ItemMenu } from './item-menu.tsx';
import { KeyHint } from './key-hint.tsx';
import { useMeeting } from './meeting-context.ts';
import { useShownItem } from './use-queue-sender.ts';
import { useRecordKey } from './use-record-key.ts';

const PAUSE_MS = 800;
const GROUP = 'The open decision';
const CHOICES = [
  { state: 'DONE', keys: '1', label: 'Done' },
  { state: 'DROPPED', keys: '2', label: 'No longer needed' },
  { state: 'OPEN', keys: '3', label: 'Stays open' },
] as const;
type Choice = (typeof CHOICES)[number]['state'];

/** What became of a decision that was carried over, with a note; recording goes on to the next item. */
export function SettleComposer({ item }: { item: AgendaItem }) {
  const { review, sender, place, goOn, say } = useMeeting();
  const shown = useShownItem(sender, item);
  const { data } = useQuery(itemQuery(review.id, item));
  const [choice, setChoice] = useState<Choice>('OPEN');
  const note = useRef<HTMLTextAreaElement>(null);
  const decision = data?.decision;

  const write = (words: string, state: AgendaItem['state'] | null) =>
    sender.put({
      kind: 'item',
      id: crypto.randomUUID(),
      itemId: item.id,
      base: item.version,
      note: words,
      state,
      rating: null,
      notBefore: state === null ? Date.now() + PAUSE_MS : 0,
    });
  const record = (state: 'DONE' | 'PARKED') => {
    if (state === 'DONE' && decision && choice !== 'OPEN') {
      sender.put({
        kind: 'settle',
        id: crypto.randomUUID(),
        decisionId: decision.id,
        base: decision.version,
        state: choice,
        note: shown.note.trim().slice(0, 2_000),
      });
    }
    write(shown.note, state);
    say(`${item.reference} ${state === 'DONE' ? 'recorded' : 'parked'}.`);
    goOn(item);
  };
  const choose = (state: Choice) => {
    setChoice(state);
    note.current?.focus();
  };
  useRecordKey(() => record('DONE'));
  useCommands([
    ...CHOICES.map(({ state, keys, label }) => ({
      keys,
      says: `${label}, then the note`,
      group: GROUP,
      run: () => choose(state),
      onlyKeys: true,
    })),
    { keys: 'n', says: 'Write the note', group: GROUP, run: () => note.current?.focus(), onlyKeys: true },
    { keys: 'p', says: 'Park it and go on', group: GROUP, run: () => record('PARKED'), onlyKeys: true },
  ]);
  return (
    <section className={classes.composer} aria-label="What became of it" onChangeCapture={place.stay}>
      <div className={classes.desk}>
        <fieldset className={classes.rags}>
          <legend className="gt-visually-hidden">What became of the decision</legend>
          {CHOICES.map(({ state, keys, label }) => (
            <button
              key={state}
              type="button"
              className={classes.rag}
              aria-pressed={choice === state}
              onClick={() => choose(state)}
            >
              <KeyHint keys={keys} /> {label}
            </button>
          ))}
        </fieldset>
        <div className={classes.deeds}>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => record('PARKED')}
            className={classes.deed}
          >
            <KeyHint keys="p" /> Park
          </Button>
          <ItemMenu item={item} state={shown.state} onState={(state) => write(shown.note, state)} />
        </div>
      </div>
      <div className={classes.noteLine}>
        <Textarea
          ref={note}
          id="review-note"
          label="Note"
          className={classes.note}
          minRows={1}
          maxRows={8}
          value={shown.note}
          onChange={(event) => write(event.currentTarget.value, null)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') focusItem();
          }}
        />
        <Button className={classes.record} onClick={() => record('DONE')}>
          Record and go on <kbd className={classes.onButton}>Ctrl ⏎</kbd>
        </Button>
      </div>
      <TypedWarning text={shown.note} />
    </section>
  );
}
