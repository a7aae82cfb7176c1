import { EmptyState } from '@gt/ui';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';

/** The meetings of a plan. */
export function ReviewsPage() {
  const { planId } = useParams({ from: signedIn(paths.reviews) });
  return (
    <Page title="Reviews">
      <ReviewNav planId={planId} />
      <EmptyState sentence="No review has been prepared yet." />
    </Page>
  );
}
