import { EmptyState, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import classes from './action-view.module.css';
import { actionHistoryQuery, type HistoryEntry } from './queries.ts';

function Entry({ entry }: { entry: HistoryEntry }) {
  return (
    <li className={classes.entry}>
      <p className={classes.fact}>
        <strong>{entry.who}</strong> {entry.words}
        <span className={classes.at}>
          {' '}
          {dayInWords(entry.at)}, {timeInWords(entry.at)}
        </span>
      </p>
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
    </li>
  );
}

/** Who changed what when, newest first. Nothing in it can be altered. */
export function ActionHistory({ actionId }: { actionId: string }) {
  const history = useQuery(actionHistoryQuery(actionId));
  if (history.isPending) return <SkeletonRows rows={5} label="Loading the history" />;
  if (history.isError) return <ProblemPanel error={history.error} onRetry={() => void history.refetch()} />;
  const { entries, total } = history.data;
  if (total === 0) return <EmptyState sentence="Nothing has been recorded yet." />;
  return (
    <>
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {total > entries.length ? <p className={classes.quiet}>And {total - entries.length} earlier.</p> : null}
    </>
  );
}
