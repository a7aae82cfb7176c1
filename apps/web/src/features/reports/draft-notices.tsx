import { Alert, Button } from '@mantine/core';
import classes from './editor.module.css';
import { snapshotWords } from './paper-words.ts';
import type { Report } from './queries.ts';

type DraftNoticesProps = {
  report: Report;
  /** Words that were typed another time are shown. */
  restored: boolean;
  onRegenerate: () => void;
  onIssue: () => void;
};

/** What whoever opens a draft should know before they begin. */
export function DraftNotices({ report, restored, onRegenerate, onIssue }: DraftNoticesProps) {
  const { state, failure, newerSnapshot, snapshot } = report;
  return (
    <>
      {state === 'FAILED' ? (
        <div className={classes.failed} role="alert">
          <p>
            <span aria-hidden="true">▲ </span>
            {failure || 'The files of this paper could not be made. Its words are kept.'}
          </p>
          <Button variant="default" onClick={onIssue}>
            Try again …
          </Button>
        </div>
      ) : null}
      {newerSnapshot && report.edition === 'INTERNAL' ? (
        <Alert title="There is a newer snapshot" className="gt-screen-only">
          <p className={classes.notice}>
            {snapshotWords(newerSnapshot)}.{' '}
            {snapshot ? `This draft is written from ${snapshotWords(snapshot).replace('S', 's')}.` : ''}
          </p>
          <Button size="compact-sm" variant="default" onClick={onRegenerate}>
            Write it again from the newer one …
          </Button>
        </Alert>
      ) : null}
      {restored ? (
        <p role="status" className={classes.restored}>
          Your unsaved words have been put back.
        </p>
      ) : null}
    </>
  );
}
