import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import { updatesQuery } from './queries.ts';
import { UpdateEntry } from './update-entry.tsx';
import type { UpdatableAction } from './update-fields.ts';
import classes from './update-list.module.css';
import type { WordsOfUpdate } from './update-words.tsx';

type UpdateListProps = {
  action: UpdatableAction;
  /** The reader may update the action, and so put right what was said of it. */
  mayUpdate: boolean;
};

/** The dated updates of an action, newest first. They are never changed once posted; a later one takes their place. */
export function UpdateList({ action, mayUpdate }: UpdateListProps) {
  const mayDestroy = useMayRequestDestroy();
  const [destroying, setDestroying] = useState<WordsOfUpdate | null>(null);
  const updates = useInfiniteQuery(updatesQuery(action.id));
  if (updates.isPending) return <SkeletonRows rows={4} label="Loading updates" />;
  if (updates.isError) return <ProblemPanel error={updates.error} onRetry={() => void updates.refetch()} />;
  const all = updates.data.pages.flatMap((page) => page.updates);
  const shown = [...new Map(all.map((update) => [update.id, update])).values()];
  if (shown.length === 0) return <EmptyState sentence="No update yet." />;
  return (
    <>
      <ol className={classes.list}>
        {shown.map((update) => (
          <UpdateEntry
            key={update.id}
            update={update}
            action={mayUpdate ? action : null}
            onDestroy={mayDestroy ? setDestroying : null}
          />
        ))}
      </ol>
      {destroying ? (
        <RequestDestroy
          opened
          onClose={() => setDestroying(null)}
          entity="PROGRESS_UPDATE"
          entityId={destroying.id}
          reference={`${action.reference}, update of ${dayInWords(destroying.createdAt)}`}
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
