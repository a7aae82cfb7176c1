import type { Decision } from '@gt/domain/authz';
import { SkeletonRows } from '@gt/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import classes from './evidence.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import { EvidenceUpload } from './evidence-upload.tsx';
import { evidenceListQuery } from './queries.ts';

type ActionEvidenceProps = {
  planId: string;
  actionId: string;
  /** Whether the person may add evidence to this action, and why not. */
  upload: Decision;
};

/** The evidence of one action, and the place to add more. */
export function ActionEvidence({ planId, actionId, upload }: ActionEvidenceProps) {
  const list = useInfiniteQuery(evidenceListQuery({ planId, filter: { actionId } }));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const nothing = list.isSuccess && rows.length === 0;
  return (
    <div className={classes.view}>
      {upload.ok ? (
        <EvidenceUpload target={{ planId, entityType: 'ACTION', entityId: actionId }} />
      ) : (
        <p className={classes.quiet}>{upload.reason}</p>
      )}
      {list.isPending ? <SkeletonRows rows={3} rowHeight={64} label="Loading evidence" /> : null}
      {list.isError ? <ProblemPanel error={list.error} onRetry={() => void list.refetch()} /> : null}
      {nothing ? (
        <p className={classes.quiet}>No evidence yet. An action closes on at least one accepted item.</p>
      ) : null}
      {rows.length > 0 ? (
        <ul className={classes.cards} aria-label="Evidence of this action">
          {rows.map((item) => (
            <EvidenceCard key={item.id} item={item} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
