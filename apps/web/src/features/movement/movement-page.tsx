import { formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import type { MovementSearch } from '../../lib/movement-search.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { BurnUpPanel } from './burn-up-panel.tsx';
import { type Chosen, chosenSnapshots } from './choose-snapshots.ts';
import { LongRedPanel } from './long-red-panel.tsx';
import classes from './movement.module.css';
import { MOST, MovementView } from './movement-view.tsx';
import { movementQuery, type SnapshotHead, type SnapshotList, snapshotsQuery } from './queries.ts';
import { SnapshotChoice } from './snapshot-choice.tsx';
import { SnapshotsPanel } from './snapshots-panel.tsx';
import { TakeButton } from './take-button.tsx';

/** What moved between two snapshots of a plan, and what the snapshots say together. */
export function MovementPage() {
  const { planId } = useParams({ from: signedIn(paths.movement) });
  const search = useSearch({ from: signedIn(paths.movement) });
  const { roles } = useUser();
  const list = useQuery(snapshotsQuery(planId));
  const mayTake = holds(roles, 'review.run');
  const chosen = list.data ? chosenSnapshots(list.data.snapshots, list.data.first, search) : null;
  return (
    <Page
      title="Movement"
      lead="What moved between two snapshots, by what was kept then."
      printFilter={chosen ? `${formatDate(chosen.from.asAt)} to ${formatDate(chosen.to.asAt)}` : undefined}
      actions={mayTake && list.data && list.data.total > 0 ? <TakeButton planId={planId} /> : undefined}
    >
      <ReviewNav planId={planId} />
      <div className={classes.below}>
        {list.error ? <ProblemPanel error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <SkeletonRows rows={6} rowHeight={72} label="Loading the snapshots" /> : null}
        {list.data ? <Snapshots planId={planId} list={list.data} chosen={chosen} mayTake={mayTake} /> : null}
      </div>
    </Page>
  );
}

type SnapshotsProps = {
  planId: string;
  list: SnapshotList;
  chosen: Chosen<SnapshotHead> | null;
  mayTake: boolean;
};

function Snapshots({ planId, list, chosen, mayTake }: SnapshotsProps) {
  if (list.total === 0) {
    return (
      <EmptyState
        sentence="Nothing has been kept yet, so nothing can have moved."
        detail="A snapshot keeps every action, colour and date as they stand. One is taken whenever a review is frozen, and late in the day when a review was due and none was frozen."
        action={mayTake ? <TakeButton planId={planId} isFirst /> : undefined}
      />
    );
  }
  return (
    <div className={classes.root}>
      {chosen ? (
        <Comparison list={list} chosen={chosen} />
      ) : (
        <p className={classes.only}>
          There is one snapshot so far. Movement is shown from the second one on: the next is taken when a
          review is frozen.
        </p>
      )}
      <LongRedPanel planId={planId} />
      <BurnUpPanel planId={planId} />
      <SnapshotsPanel planId={planId} list={list} />
    </div>
  );
}

/** Actions shown at first, and added by each press of "Show more". */
const STEP = 50;

function Comparison({ list, chosen }: { list: SnapshotList; chosen: Chosen<SnapshotHead> }) {
  const search = useSearch({ from: signedIn(paths.movement) });
  const navigate = useNavigate({ from: paths.movement });
  const [limit, setLimit] = useState(STEP);
  const movement = useQuery(
    movementQuery({
      fromId: chosen.from.id,
      toId: chosen.to.id,
      show: { kind: search.show, recommendationId: search.recommendation, teamId: search.team },
      limit,
    }),
  );
  const change = useCallback(
    (patch: MovementSearch) => {
      setLimit(STEP);
      void navigate({
        search: (before: MovementSearch) => ({ ...before, ...patch }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return (
    <>
      <SnapshotChoice list={list} chosen={chosen} onChange={change} />
      {movement.error ? (
        <ProblemPanel error={movement.error} onRetry={() => void movement.refetch()} />
      ) : null}
      {movement.isPending ? <SkeletonRows rows={6} rowHeight={72} label="Comparing the snapshots" /> : null}
      {movement.data ? (
        <MovementView
          movement={movement.data}
          search={search}
          isStale={movement.isPlaceholderData}
          onChange={change}
          onMore={() => setLimit(Math.min(MOST, limit + STEP * 2))}
        />
      ) : null}
    </>
  );
}
