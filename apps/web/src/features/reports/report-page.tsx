import { SkeletonRows } from '@gt/ui';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';

/** One paper. */
export function ReportPage() {
  const { planId } = useParams({ from: signedIn(paths.report) });
  return (
    <Page title="Report">
      <ReviewNav planId={planId} />
      <SkeletonRows rows={8} label="Loading the paper" />
    </Page>
  );
}
