import { DECISION_STATE_LABELS, RAG_LABELS, REVIEW_ITEM_STATE_LABELS } from '@gt/contracts/words';
import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ConflictChoice } from '../../../components/conflict-choice.tsx';
import { reviewQuery } from '../queries.ts';
import { useMeeting } from './meeting-context.ts';
import classes from './stuck-list.module.css';
import { useSenderState } from './use-queue-sender.ts';
import { type Entry, isAboutColour, rebased } from './write-queue.ts';

const labelOf = (labels: Record<string, string>) => (value: unknown) => labels[String(value)] ?? '';
const asText = (value: unknown) => (typeof value === 'string' ? value : '');
const NOTE = { name: 'note', label: 'Note', show: asText };
const STATE = { name: 'state', label: 'State', show: labelOf(REVIEW_ITEM_STATE_LABELS) };
const COLOUR = { name: 'declaredRag', label: 'RAG', show: labelOf(RAG_LABELS) };
const SETTLED = { name: 'state', label: 'What became of it', show: labelOf(DECISION_STATE_LABELS) };

/** What could not be written and waits for the person: both versions where somebody was sooner, else why it was refused. */
export function StuckList() {
  const { sender } = useMeeting();
  const { queue } = useSenderState(sender);
  const stuck = queue.filter(({ status }) => status === 'stuck');
  if (stuck.length === 0) return null;
  return (
    <section className={classes.list} aria-label="Needs your answer">
      {stuck.map((entry) => (
        <StuckWrite key={entry.id} entry={entry} />
      ))}
    </section>
  );
}

function StuckWrite({ entry }: { entry: Entry }) {
  const { review, sender, place, pull } = useMeeting();
  const client = useQueryClient();
  const itemId = entry.kind === 'item' ? entry.itemId : null;
  const item = review.agenda.find((one) =>
    entry.kind === 'item'
      ? one.id === entry.itemId
      : entry.kind === 'settle'
        ? one.decisionId === entry.decisionId
        : one.actionId !== null && one.actionId === entry.input.actionId,
  );
  const reference = item?.reference ?? 'the meeting';
  const { stuck } = entry;
  const leave = () => {
    sender.settle(entry.id, null);
    pull();
  };
  if (stuck?.why === 'conflict') {
    const { current } = stuck;
    return (
      <div className={classes.one} data-stuck={itemId ?? undefined}>
        <p className={classes.where}>On {reference}</p>
        <ConflictChoice
          conflict={current}
          fields={fieldsOf(entry, current)}
          mine={mineOf(entry)}
          submitLabel="Save my choices"
          onBack={leave}
          onSubmit={(chosen) => {
            sender.settle(entry.id, (known) => rebased(withChoice(known, chosen, current), current));
            void client.invalidateQueries({ queryKey: reviewQuery(review.id).queryKey });
            pull();
          }}
        />
      </div>
    );
  }
  return (
    <div className={classes.one} role="alert" data-stuck={itemId ?? undefined}>
      <p className={classes.where}>
        <strong>{reference}:</strong> {stuck?.message ?? ''} Your words are kept.
      </p>
      {entry.kind === 'decision' ? <p className={classes.words}>{entry.input.text}</p> : null}
      <Group gap="xs">
        <Button
          size="compact-md"
          onClick={() =>
            sender.settle(
              entry.id,
              ({ stuck: _refused, ...again }) => ({ ...again, status: 'waiting' }) as Entry,
            )
          }
        >
          Try again
        </Button>
        {item && item.id !== place.item?.id ? (
          <Button size="compact-md" variant="default" onClick={() => place.goTo(item.id)}>
            Go to {item.reference}
          </Button>
        ) : null}
        {entry.kind === 'item' && entry.rating ? (
          <Button
            size="compact-md"
            variant="default"
            onClick={() =>
              sender.settle(
                entry.id,
                ({ stuck: _refused, ...again }) => ({ ...again, rating: null, status: 'waiting' }) as Entry,
              )
            }
          >
            Keep the note, leave the colour
          </Button>
        ) : null}
        <Button size="compact-md" variant="subtle" onClick={leave}>
          Leave it
        </Button>
      </Group>
    </div>
  );
}

type Current = NonNullable<Extract<NonNullable<Entry['stuck']>, { why: 'conflict' }>['current']>;

function fieldsOf(entry: Entry, current: Current) {
  if (entry.kind === 'settle') return [SETTLED];
  if (isAboutColour(current)) return [COLOUR];
  return entry.kind === 'item' && entry.state !== null ? [NOTE, STATE] : [NOTE];
}

function mineOf(entry: Entry): Record<string, unknown> {
  if (entry.kind === 'item') {
    return { note: entry.note.trim(), state: entry.state, declaredRag: entry.rating?.rag };
  }
  return entry.kind === 'settle' ? { state: entry.state } : {};
}

/** The write with what the person chose of both versions; a colour that gave way is not sent. */
function withChoice(entry: Entry, chosen: Record<string, unknown>, current: Current): Entry {
  if (entry.kind === 'settle') return { ...entry, state: chosen.state as typeof entry.state };
  if (entry.kind !== 'item') return entry;
  if (isAboutColour(current)) {
    return chosen.declaredRag === entry.rating?.rag ? entry : { ...entry, rating: null };
  }
  return {
    ...entry,
    note: String(chosen.note),
    state: entry.state === null ? null : (chosen.state as typeof entry.state),
  };
}
