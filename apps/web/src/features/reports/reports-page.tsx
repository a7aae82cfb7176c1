import { EmptyState } from '@gt/ui';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';

/** The papers of a plan: minutes, board reports, the statement of action. */
export function ReportsPage() {
  const { planId } = useParams({ from: signedIn(paths.reports) });
  return (
    <Page title="Reports">
      <ReviewNav planId={planId} />
      <EmptyState sentence="No paper has been made yet." />
    </Page>
  );
}
