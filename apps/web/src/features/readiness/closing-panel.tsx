import { RECOMMENDATION_STATUS_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { Panel, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { useUser } from '../../lib/session.ts';
import { CloseForm } from './close-form.tsx';
import { ClosureRecord } from './closure-record.tsx';
import { type Closing, closingQuery } from './queries.ts';
import classes from './readiness.module.css';
import { ReopenButton } from './reopen-button.tsx';

type ClosingPanelProps = { recommendationId: string };

/** Between open and closed: what stands in the way, the four answers, and whether it lasts. */
export function ClosingPanel({ recommendationId }: ClosingPanelProps) {
  const { data, error, refetch } = useQuery(closingQuery(recommendationId));
  return (
    <Panel title="Closing" aside={data ? RECOMMENDATION_STATUS_LABELS[data.status] : undefined}>
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={2} rowHeight={72} label="Loading how it closes" /> : null}
      {data ? <Body closing={data} /> : null}
    </Panel>
  );
}

function Body({ closing }: { closing: Closing }) {
  const { roles } = useUser();
  const [isClosing, setClosing] = useState(false);
  const { status, closedAt, closures, reference } = closing;
  const mayClose = holds(roles, 'recommendation.close');
  const isClosed = status === 'CLOSED';
  const [present, ...earlier] = isClosed ? closures : [undefined, ...closures];
  return (
    <div className={classes.closing}>
      {isClosed && closedAt ? (
        <p>
          {reference} was closed on {dayInWords(closedAt)}. It is looked at again after 3 and 6 months; a
          check that fails opens it again.
        </p>
      ) : null}
      {isClosed ? null : <Blocks closing={closing} />}
      {present ? <ClosureRecord closure={present} closing={closing} mayCheck={mayClose} /> : null}
      {mayClose && isClosed ? <ReopenButton closing={closing} /> : null}
      {mayClose && !isClosed && !isClosing ? (
        <Button
          variant={closing.blocks.length === 0 ? 'filled' : 'default'}
          disabled={closing.blocks.length > 0}
          className={`${classes.fit} gt-screen-only`}
          onClick={() => setClosing(true)}
        >
          Close {reference} …
        </Button>
      ) : null}
      {mayClose && !isClosed && isClosing ? (
        <CloseForm closing={closing} onDone={() => setClosing(false)} />
      ) : null}
      {earlier.length > 0 ? (
        <details className={classes.behind}>
          <summary>
            {earlier.length === 1 ? 'An earlier closing' : `${earlier.length} earlier closings`}
          </summary>
          {earlier.map((closure) =>
            closure ? (
              <ClosureRecord key={closure.id} closure={closure} closing={closing} mayCheck={mayClose} />
            ) : null,
          )}
        </details>
      ) : null}
    </div>
  );
}

function Blocks({ closing: { blocks, status } }: { closing: Closing }) {
  if (blocks.length === 0) {
    return (
      <p className={classes.ready}>
        ✓ Its evidence test is met and its actions are closed. It closes on four answers in words.
      </p>
    );
  }
  return (
    <div>
      <p>{status === 'REOPENED' ? 'It was opened again. Before it closes:' : 'Before it closes:'}</p>
      <ul className={classes.blocks}>
        {blocks.map(({ code, sentence }) => (
          <li key={`${code} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
