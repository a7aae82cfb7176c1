import { SidePanel, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { MeasureView } from './measure-view.tsx';
import { isMeasureReference, measureByReferenceQuery, measureQuery } from './queries.ts';

type MeasurePanelProps = { planId: string; open: string; onClose: () => void };

/** A measure beside the list it was chosen from. */
export function MeasurePanel({ planId, open, onClose }: MeasurePanelProps) {
  const byId = useQuery(measureQuery(planId, open));
  const byReference = useQuery(measureByReferenceQuery(planId, open));
  const { data, error, isError, refetch } = isMeasureReference(open) ? byReference : byId;
  const title = data ? `${data.reference} ${data.redactedAt ? 'Destroyed' : data.name}` : 'Measure';
  return (
    <SidePanel title={title} recordKey={open} onClose={onClose}>
      {data ? <MeasureView key={data.id} measure={data} /> : null}
      {isError ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !isError ? <SkeletonRows rows={8} label="Loading the measure" /> : null}
    </SidePanel>
  );
}
