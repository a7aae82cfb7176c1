import { SidePanel, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { evidenceQuery } from './queries.ts';

/** An item of evidence beside the list it was chosen from. */
export function EvidencePanel({ evidenceId, onClose }: { evidenceId: string; onClose: () => void }) {
  const { data, error, isError, refetch } = useQuery(evidenceQuery(evidenceId));
  const title = data ? `${data.reference} ${data.redactedAt ? 'Destroyed' : data.title}` : 'Evidence';
  return (
    <SidePanel title={title} recordKey={evidenceId} onClose={onClose}>
      {data ? <EvidenceView key={data.id} evidence={data} /> : null}
      {isError ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !isError ? <SkeletonRows rows={8} label="Loading the evidence" /> : null}
    </SidePanel>
  );
}
