import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { problemOf } from '../../lib/problem.ts';
import classes from './action-view.module.css';
import { HistoryNarrowing } from './history-narrowing.tsx';
import {
  type ActionHistoryEntry,
  actionHistoryPages,
  type HistoryFilter,
  useUndoEntry,
} from './history-queries.ts';
import type { ActionDetail } from './queries.ts';

/** Who changed what when, newest first, grouped by save. Nothing in it can be altered; some of it can be undone. */
export function ActionHistory({ action }: { action: ActionDetail }) {
  const [filter, setFilter] = useState<HistoryFilter>({});
  const history = useInfiniteQuery(actionHistoryPages(action.id, filter));
  if (history.isPending) return <SkeletonRows rows={5} label="Loading the history" />;
  if (history.isError) return <ProblemPanel error={history.error} onRetry={() => void history.refetch()} />;
  const [first] = history.data.pages;
  const entries = history.data.pages.flatMap((page) => page.entries);
  const total = first?.total ?? 0;
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  if (total === 0 && !isNarrowed) return <EmptyState sentence="Nothing has been recorded yet." />;
  return (
    <>
      <HistoryNarrowing
        filter={filter}
        fields={first?.fields ?? []}
        people={first?.people ?? []}
        onChange={setFilter}
      />
      <p className={classes.shown} role="status">
        {total === 0
          ? 'Nothing in the history fits. Choose other days, somebody else or another field.'
          : `${entries.length} of ${total} ${total === 1 ? 'entry' : 'entries'}, newest first`}
      </p>
      <ol className={classes.entries}>
        {savesOf(entries).map((save) => (
          <Save key={save[0]?.id} entries={save} action={action} />
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          Show earlier
        </Button>
      ) : null}
    </>
  );
}

/** Neighbours of one save stand together. */
function savesOf(entries: readonly ActionHistoryEntry[]): ActionHistoryEntry[][] {
  const saves: ActionHistoryEntry[][] = [];
  for (const entry of entries) {
    const last = saves.at(-1);
    if (last?.[0]?.saveId === entry.saveId) last.push(entry);
    else saves.push([entry]);
  }
  return saves;
}

function Save({ entries, action }: { entries: readonly ActionHistoryEntry[]; action: ActionDetail }) {
  const [newest] = entries;
  if (!newest) return null;
  return (
    <li className={classes.entry}>
      <p className={classes.fact}>
        <strong>{newest.who}</strong> {entries.map((entry) => entry.words).join(', ')}
        <span className={classes.at}>
          {' '}
          {dayInWords(newest.at)}, {timeInWords(newest.at)}
        </span>
      </p>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} action={action} />
      ))}
    </li>
  );
}

function Entry({ entry, action }: { entry: ActionHistoryEntry; action: ActionDetail }) {
  return (
    <>
      {entry.redactedAt ? <p className={classes.quiet}>Redacted on {dayInWords(entry.redactedAt)}.</p> : null}
      {entry.changes.length > 0 ? (
        <ul className={classes.changes}>
          {entry.changes.map(({ field, from, to }) => (
            <li key={field}>
              <span className={classes.field}>{field}:</span>{' '}
              {from ? (
                <>
                  <del>{from}</del> <span aria-hidden="true">→</span>
                  <span className="gt-visually-hidden"> became </span>{' '}
                </>
              ) : null}
              <ins>{to}</ins>
            </li>
          ))}
        </ul>
      ) : null}
      {entry.undoable ? <UndoButton entry={entry} action={action} /> : null}
    </>
  );
}

function UndoButton({ entry, action }: { entry: ActionHistoryEntry; action: ActionDetail }) {
  const undo = useUndoEntry();
  const send = () =>
    undo.mutate(
      { entries: [{ actionId: action.id, version: action.version, eventId: entry.id }] },
      {
        onSuccess: ({ results }) => toast(`${action.reference}: ${results[0]?.sentence ?? 'Undone.'}`),
        onError: (error) => toast(problemOf(error).message),
      },
    );
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      className="gt-screen-only"
      loading={undo.isPending}
      onClick={send}
    >
      Undo this
      <span className="gt-visually-hidden">
        : {entry.who} {entry.words}, {dayInWords(entry.at)}
      </span>
    </Button>
  );
}
