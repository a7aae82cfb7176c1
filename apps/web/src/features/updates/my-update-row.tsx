import { RAG_LABELS } from '@gt/contracts/words';
import { overdue } from '@gt/domain/action';
import { ErrorSummary, RagBadge } from '@gt/ui';
import { Button, Group, Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { SameWordsFlag } from '../../components/same-words-flag.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { useToday } from '../../lib/session.ts';
import classes from './my-updates.module.css';
import type { ActionToUpdate } from './queries.ts';
import composer from './update-composer.module.css';
import { UpdateConflict } from './update-conflict.tsx';
import { useSender } from './update-senders.ts';
import { writerWords } from './update-words.tsx';
import { UpdateWordsFields } from './update-words-fields.tsx';
import { useUpdateForm } from './use-update-form.ts';

type MyUpdateRowProps = {
  action: ActionToUpdate;
  /** The form stands open from the beginning. */
  isOpenAtFirst: boolean;
  /** The address names this action. */
  isNamed: boolean;
  onPosted: (actionId: string) => void;
};

/** One action of the page: where it stands, what was said last, and its update, each posted on its own. */
export function MyUpdateRow({ action, isOpenAtFirst, isNamed, onPosted }: MyUpdateRowProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst || isNamed);
  const [isPosted, setPosted] = useState(false);
  const row = useRef<HTMLElement>(null);
  const update = useUpdateForm(action, {
    onPosted: () => {
      setOpen(false);
      setPosted(true);
      onPosted(action.id);
    },
  });
  useSender(action.id, update.isTouched, update.submit);
  useEffect(() => {
    if (isNamed) row.current?.scrollIntoView({ block: 'start' });
  }, [isNamed]);
  const { form } = update;
  const shows = isOpen || update.isTouched;
  return (
    <article ref={row} id={action.id} className={classes.row} aria-label={action.reference}>
      <RowHead action={action} />
      <LastSaid action={action} />
      {shows && form.conflict ? <UpdateConflict update={update} /> : null}
      {shows && !form.conflict ? (
        <form
          noValidate
          aria-label={`Update ${action.reference}`}
          onSubmit={(event) => {
            event.preventDefault();
            void update.submit();
          }}
        >
          <ErrorSummary {...form.summary} />
          {update.restored && update.isTouched ? (
            <p className={composer.restored} role="status">
              Your unposted words have been put back.
            </p>
          ) : null}
          <Stack gap="xs">
            <UpdateWordsFields update={update} action={action} mayBeNothing isCompact />
            <Group gap="xs">
              <Button type="submit" size="xs" loading={update.isBusy}>
                Post {action.reference}
              </Button>
              {update.isTouched ? (
                <Button size="xs" variant="subtle" onClick={update.clear}>
                  Discard
                </Button>
              ) : null}
            </Group>
          </Stack>
        </form>
      ) : null}
      {shows ? null : (
        <p className={classes.done}>
          {action.isWanted && !isPosted ? null : (
            <span role={isPosted ? 'status' : undefined} className={classes.tick}>
              <IconCircleCheck size={18} aria-hidden="true" />
              {isPosted
                ? `Posted: ${RAG_LABELS[action.declaredRag].toLowerCase()}, ${action.percentComplete}%.`
                : 'Nothing more is wanted before the review.'}
            </span>
          )}
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {isPosted || !action.isWanted ? 'Update again' : 'Update'}
            <span className="gt-visually-hidden"> {action.reference}</span>
          </Button>
        </p>
      )}
    </article>
  );
}

function RowHead({ action }: { action: ActionToUpdate }) {
  const today = useToday();
  const { words } = overdue({ ...action, today });
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <Link
            to={paths.action}
            params={{ planId: action.planId, actionId: action.id }}
            className={classes.link}
          >
            {action.reference} {action.title}
          </Link>
        </h2>
        <RagBadge rag={action.declaredRag} weeks={action.weeksAtColour} />
      </div>
      <p className={classes.facts}>
        <span className={action.daysOverdue > 0 ? classes.late : undefined}>{words}</span>
        {' · '}
        {action.percentComplete}%{' · '}
        {action.planName}
      </p>
    </>
  );
}

/** What was said last and by whom, so that nobody has to look it up to go on from there. */
function LastSaid({ action }: { action: ActionToUpdate }) {
  const last = action.lastUpdate;
  if (!last) return <p className={classes.last}>No update yet.</p>;
  const said = last.redactedAt ? 'The words were destroyed.' : last.whatHappened;
  return (
    <div className={classes.last}>
      <p className={classes.said}>
        <strong>{dayInWords(last.firstPostedAt)}:</strong>{' '}
        {last.nothingChanged ? `nothing changed, because ${said}` : said}
      </p>
      <p className={classes.facts}>
        {writerWords(last)} <SameWordsFlag percent={last.sameAsLast} />
      </p>
    </div>
  );
}
