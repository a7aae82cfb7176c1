import { EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { PackItem } from './pack-item.tsx';
import { announcement } from './pack-words.ts';
import classes from './packs.module.css';
import { packsQuery } from './queries.ts';

/** Packs asked for, newest first: under way, finished, failed. */
export function PacksPanel({ planId }: { planId: string }) {
  const { data, error, refetch } = useQuery(packsQuery(planId));
  const packs = data?.packs ?? [];
  const rest = (data?.total ?? 0) - packs.length;
  return (
    <Panel title="Packs" aside={data && data.total > 0 ? `${data.total} in all` : undefined}>
      {error && !data ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={2} rowHeight={120} label="Loading the packs" /> : null}
      <p role="status" className="gt-visually-hidden">
        {announcement(packs[0])}
      </p>
      {data && packs.length === 0 ? (
        <EmptyState
          sentence="No pack has been built yet."
          detail="Look at what is missing, choose the marking, and build the first. It is kept here with its checksum."
        />
      ) : null}
      <ul className={classes.packs}>
        {packs.map((pack) => (
          <PackItem key={pack.id} pack={pack} />
        ))}
      </ul>
      <p className={classes.note}>
        <Link to={paths.packCheck} params={{ planId }}>
          Check a pack that somebody brought
        </Link>
      </p>
      {rest > 0 ? <p className={classes.note}>{rest} older packs are not listed.</p> : null}
    </Panel>
  );
}
