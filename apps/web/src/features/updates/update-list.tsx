import { EmptyState, RagBadge, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { RedactedNote, RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import { type ProgressUpdate, updatesQuery } from './queries.ts';
import classes from './update-list.module.css';

const PARTS = [
  { name: 'whatHappened', label: 'What happened' },
  { name: 'difference', label: 'Difference for children' },
  { name: 'inTheWay', label: 'In the way' },
  { name: 'next', label: 'Next' },
] as const;

function Entry({ update, onDestroy }: { update: ProgressUpdate; onDestroy: (() => void) | null }) {
  const { author, onBehalfOf, createdAt, redactedAt, rag, ragReason, percentComplete } = update;
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <h4 className={classes.when}>{dayInWords(createdAt)}</h4>
        <RagBadge rag={rag} />
        <span>{percentComplete}%</span>
        {onDestroy && redactedAt === null ? (
          <Button size="compact-xs" variant="subtle" className="gt-screen-only" onClick={onDestroy}>
            Ask to destroy
            <span className="gt-visually-hidden"> the update of {dayInWords(createdAt)}</span>
          </Button>
        ) : null}
      </div>
      <p className={classes.who}>
        {author.name}
        {onBehalfOf ? `, for ${onBehalfOf.name}` : ''}
        {update.correctsId ? '. Puts right an earlier update' : ''}
      </p>
      {redactedAt ? (
        <p className={classes.who}>
          <RedactedNote redactedAt={redactedAt} />
        </p>
      ) : (
        <dl className={classes.parts}>
          {PARTS.map(({ name, label }) =>
            update[name] ? (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{update[name]}</dd>
              </div>
            ) : null,
          )}
          {ragReason ? (
            <div>
              <dt>Reason for the RAG</dt>
              <dd>{ragReason}</dd>
            </div>
          ) : null}
        </dl>
      )}
    </li>
  );
}

/** The dated updates of an action, newest first. They are never changed once posted. */
export function UpdateList({ actionId, reference }: { actionId: string; reference: string }) {
  const mayDestroy = useMayRequestDestroy();
  const [destroying, setDestroying] = useState<ProgressUpdate | null>(null);
  const updates = useInfiniteQuery(updatesQuery(actionId));
  if (updates.isPending) return <SkeletonRows rows={4} label="Loading updates" />;
  if (updates.isError) return <ProblemPanel error={updates.error} onRetry={() => void updates.refetch()} />;
  const all = updates.data.pages.flatMap((page) => page.updates);
  const shown = [...new Map(all.map((update) => [update.id, update])).values()];
  if (shown.length === 0) return <EmptyState sentence="No update yet." />;
  return (
    <>
      <ol className={classes.list}>
        {shown.map((update) => (
          <Entry
            key={update.id}
            update={update}
            onDestroy={mayDestroy ? () => setDestroying(update) : null}
          />
        ))}
      </ol>
      {destroying ? (
        <RequestDestroy
          opened
          onClose={() => setDestroying(null)}
          entity="PROGRESS_UPDATE"
          entityId={destroying.id}
          reference={`${reference}, update of ${dayInWords(destroying.createdAt)}`}
        />
      ) : null}
      {updates.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={updates.isFetchingNextPage}
          onClick={() => void updates.fetchNextPage()}
        >
          Show earlier
        </Button>
      ) : null}
    </>
  );
}
