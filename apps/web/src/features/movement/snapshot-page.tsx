import { formatDate, formatShortDate, RAG_LABELS, RAGS, type Rag } from '@gt/contracts/words';
import { ragCountWords } from '@gt/domain/rag';
import { countOf } from '@gt/domain/wording';
import { DataTable, Panel, RagBadge, SkeletonRows, StatusBadge } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ChoiceRow } from '../../components/choice-row.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { ActionName, SaidCell } from './moved-table.tsx';
import classes from './movement.module.css';
import { openSnapshotQuery, type SnapshotAction, type SnapshotHead, snapshotQuery } from './queries.ts';

/** The plan as it was in one snapshot. */
export function SnapshotPage() {
  const { planId, snapshotId } = useParams({ from: signedIn(paths.snapshot) });
  const { data, error, refetch } = useQuery(snapshotQuery(snapshotId));
  const head = data?.snapshot;
  return (
    <Page
      title={head ? `As at ${formatDate(head.asAt)}` : 'Snapshot'}
      lead={head ? `${head.words}. Colours, dates and counts are as they were then.` : undefined}
      printFilter={head?.words}
      actions={
        <Link to={paths.movement} params={{ planId }} search={{ to: snapshotId }} className={classes.link}>
          What moved up to then
        </Link>
      }
    >
      <ReviewNav planId={planId} />
      <div className={classes.below}>
        {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows rows={6} rowHeight={72} label="Opening the snapshot" /> : null}
        {data && head ? (
          <div className={classes.root}>
            <Panel title="How the plan stood">
              <p className={classes.sentence}>
                {countOf(head.actions, 'action')}:{' '}
                {ragCountWords({ ...zero, ...head.rag, total: head.actions })}. {head.closed} closed,{' '}
                {head.overdue} overdue, {data.pastOriginal} past the original date, {data.cancelled}{' '}
                cancelled.
              </p>
              <Proof snapshot={head} />
            </Panel>
            <Actions planId={planId} snapshot={head} />
          </div>
        ) : null}
      </div>
    </Page>
  );
}

const zero: Record<Rag, number> = { RED: 0, AMBER: 0, GREEN: 0, BLUE: 0, NONE: 0 };

/** What the text is proved by. */
function Proof({ snapshot: { sha256, redactedSha256, redactedAt, number } }: { snapshot: SnapshotHead }) {
  return (
    <details className={classes.behind}>
      <summary>How this is proved</summary>
      <p className={classes.quiet}>
        Snapshot {number} is stored once and cannot be changed. Whenever it is opened its text is checked
        against this checksum (SHA-256), which also stands in the history:
      </p>
      <p className={classes.hash}>{redactedSha256 ?? sha256}</p>
      {redactedAt ? (
        <>
          <p className={classes.quiet}>
            Words in it were destroyed on {formatDate(redactedAt)}. Before that its checksum was:
          </p>
          <p className={classes.hash}>{sha256}</p>
        </>
      ) : null}
    </details>
  );
}

const STEP = 100;

function Actions({ planId, snapshot }: { planId: string; snapshot: SnapshotHead }) {
  const { rag, figure } = useSearch({ from: signedIn(paths.snapshot) });
  const navigate = useNavigate({ from: paths.snapshot });
  const [limit, setLimit] = useState(STEP);
  const opened = useQuery(
    openSnapshotQuery({
      snapshotId: snapshot.id,
      rags: rag ? [rag] : [],
      figure,
      page: { offset: 0, limit },
    }),
  );
  const choose = (chosen: Rag | undefined) => {
    setLimit(STEP);
    void navigate({ search: { rag: chosen }, replace: true, resetScroll: false });
  };
  const { data } = opened;
  const title = data?.figureWords ?? 'Actions';
  return (
    <Panel title={title} aside={data ? countOf(data.total, 'action') : undefined}>
      {figure === undefined ? null : (
        <p className={classes.sentence}>
          These are the actions that the position of that day counts there.{' '}
          <Link to={paths.snapshot} params={{ planId, snapshotId: snapshot.id }}>
            See every action
          </Link>
        </p>
      )}
      <div className={`${classes.narrowing} gt-screen-only`} hidden={figure !== undefined}>
        <ChoiceRow
          legend="Colour"
          choices={[
            { key: 'all', words: 'All', isChosen: rag === undefined, onChoose: () => choose(undefined) },
            ...RAGS.filter((one) => (snapshot.rag[one] ?? 0) > 0).map((one) => ({
              key: one,
              words: `${RAG_LABELS[one]} (${snapshot.rag[one]})`,
              isChosen: rag === one,
              onChoose: () => choose(one),
            })),
          ]}
        />
      </div>
      {opened.error ? <ProblemPanel error={opened.error} onRetry={() => void opened.refetch()} /> : null}
      {opened.isPending ? <SkeletonRows rows={8} rowHeight={56} label="Opening the actions" /> : null}
      {data && data.actions.length === 0 ? (
        <p className={classes.quiet}>There was no such action then.</p>
      ) : null}
      {data && data.actions.length > 0 ? (
        <ActionsTable planId={planId} words={snapshot.words} actions={data.actions} />
      ) : null}
      {data && data.total > data.actions.length ? (
        <div className={classes.after}>
          The first {data.actions.length} of {data.total} are shown.{' '}
          <Button
            variant="default"
            size="compact-sm"
            className="gt-screen-only"
            onClick={() => setLimit(Math.min(500, limit + STEP * 2))}
            disabled={limit >= 500}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

type ActionsTableProps = { planId: string; words: string; actions: readonly SnapshotAction[] };

function ActionsTable({ planId, words, actions }: ActionsTableProps) {
  return (
    <DataTable caption={`Actions, ${words}`} cards="early">
      <thead>
        <tr>
          <th scope="col">Action</th>
          <th scope="col">Declared</th>
          <th scope="col">By the rule</th>
          <th scope="col">Status</th>
          <th scope="col">Due</th>
          <th scope="col">What was said</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <tr key={action.id}>
            <th scope="row" data-wide className={classes.action}>
              <ActionName planId={planId} action={action} />
              <span className={classes.beneath}>
                {[action.team, action.owner ?? action.ownerPost].filter(Boolean).join(' · ') ||
                  'Nobody owned it'}
              </span>
            </th>
            <td data-label="Declared">
              <RagBadge rag={action.rag} weeks={action.weeksAtColour} />
            </td>
            <td data-label="By the rule">
              <RagBadge rag={action.calculatedRag} compact />
              <span className={classes.beneath}>{action.calculatedReasons[0]}</span>
            </td>
            <td data-label="Status">
              <StatusBadge status={action.status} compact />
              <span className={classes.beneath}>{action.percentComplete} % done</span>
            </td>
            <td data-label="Due" className={classes.date}>
              {action.dueDate ? formatShortDate(action.dueDate) : 'No due date'}
              {action.timesMoved > 0 && action.originalDueDate ? (
                <span className={classes.beneath}>was {formatShortDate(action.originalDueDate)}</span>
              ) : null}
            </td>
            <SaidCell words={action.ragReason} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
