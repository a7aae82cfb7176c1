import { countOf } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { SameWordsFlag } from '../../components/same-words-flag.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import type { ProgressUpdate } from './queries.ts';
import { UpdateComposer } from './update-composer.tsx';
import type { UpdatableAction } from './update-fields.ts';
import classes from './update-list.module.css';
import { UpdateStanding, UpdateWords, type WordsOfUpdate, writerWords } from './update-words.tsx';

type UpdateEntryProps = {
  update: ProgressUpdate;
  /** The action, when the reader may update it; null when not. */
  action: UpdatableAction | null;
  /** Asks for these words to be destroyed, those that stand or those that they replaced; null when one may not. */
  onDestroy: ((update: WordsOfUpdate) => void) | null;
};

/** One dated account: the words that stand, who wrote them, and beneath them those that they took the place of. */
export function UpdateEntry({ update, action, onDestroy }: UpdateEntryProps) {
  const [isCorrecting, setCorrecting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { firstPostedAt, createdAt, redactedAt, replaced } = update;
  const day = dayInWords(firstPostedAt);
  const close = () => {
    setCorrecting(false);
    // After the button is there again.
    setTimeout(() => opener.current?.focus());
  };
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <h4 className={classes.when}>{day}</h4>
        <UpdateStanding update={update} />
        <SameWordsFlag percent={update.sameAsLast} />
        {action && redactedAt === null && !isCorrecting ? (
          <Button
            ref={opener}
            size="compact-xs"
            variant="subtle"
            className="gt-screen-only"
            onClick={() => setCorrecting(true)}
          >
            Put right
            <span className="gt-visually-hidden"> the update of {day}</span>
          </Button>
        ) : null}
        <DestroyButton update={update} day={day} onDestroy={onDestroy} />
      </div>
      <p className={classes.who}>
        {writerWords(update)}
        {replaced.length > 0 ? `. Put right on ${dayInWords(createdAt)} at ${timeInWords(createdAt)}` : ''}
      </p>
      {isCorrecting && action ? (
        <div className={classes.composer}>
          <UpdateComposer action={action} corrects={update} onPosted={close} onBack={close} />
        </div>
      ) : (
        <UpdateWords update={update} />
      )}
      {replaced.length > 0 ? <Replaced updates={replaced} onDestroy={onDestroy} /> : null}
    </li>
  );
}

type DestroyProps = { update: WordsOfUpdate; day: string; onDestroy: UpdateEntryProps['onDestroy'] };

function DestroyButton({ update, day, onDestroy }: DestroyProps) {
  if (!onDestroy || update.redactedAt !== null) return null;
  return (
    <Button size="compact-xs" variant="subtle" className="gt-screen-only" onClick={() => onDestroy(update)}>
      Ask to destroy
      <span className="gt-visually-hidden"> the update of {day}</span>
    </Button>
  );
}

type ReplacedProps = Pick<UpdateEntryProps, 'onDestroy'> & { updates: ProgressUpdate['replaced'] };

/** Folded: nobody has to read them, and nothing that was said is gone. */
function Replaced({ updates, onDestroy }: ReplacedProps) {
  return (
    <details className={classes.replaced}>
      <summary>
        {updates.length === 1
          ? 'What it said before'
          : `What it said before, ${countOf(updates.length, 'time')}`}
      </summary>
      <ol className={classes.earlier}>
        {updates.map((update) => (
          <li key={update.id}>
            <div className={classes.head}>
              <UpdateStanding update={update} />
              <DestroyButton update={update} day={dayInWords(update.createdAt)} onDestroy={onDestroy} />
            </div>
            <p className={classes.who}>
              {writerWords(update)}, {dayInWords(update.createdAt)} at {timeInWords(update.createdAt)}
            </p>
            <UpdateWords update={update} />
          </li>
        ))}
      </ol>
    </details>
  );
}
