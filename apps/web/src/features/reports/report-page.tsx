import { SENSITIVITY_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { DraftView } from './draft-view.tsx';
import { type Report, reportQuery } from './queries.ts';
import { ReadView } from './read-view.tsx';

/** One version of a paper: a draft to be worked on, or what was issued. */
export function ReportPage() {
  const { planId, reportId } = useParams({ from: signedIn(paths.report) });
  const { compare } = useSearch({ from: signedIn(paths.report) });
  const { roles } = useUser();
  const mayRead = holds(roles, 'report.read');
  const { data, error, refetch } = useQuery({ ...reportQuery(reportId), enabled: mayRead });
  return (
    <Page
      title={data?.title ?? 'Report'}
      lead={
        <Link className="gt-screen-only" to={paths.reports} params={{ planId }}>
          All reports
        </Link>
      }
      actions={<ReviewNav planId={planId} />}
      marking={data ? SENSITIVITY_LABELS[data.marking] : undefined}
    >
      {mayRead ? null : <EmptyState sentence="Your role does not read the papers of a plan." />}
      {error && !data ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayRead && !data && !error ? <SkeletonRows rows={8} rowHeight={48} label="Loading the paper" /> : null}
      {data ? <Body key={data.id} report={data} compare={compare} /> : null}
    </Page>
  );
}

function Body({ report, compare }: { report: Report; compare: string | undefined }) {
  const mayEdit = holds(useUser().roles, 'report.edit');
  const isOpen = report.state === 'DRAFT' || report.state === 'FAILED';
  if (isOpen && mayEdit && report.redactedAt === null) return <DraftView report={report} />;
  return <ReadView report={report} compare={compare} />;
}
