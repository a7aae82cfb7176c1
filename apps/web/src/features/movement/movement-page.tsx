import { EmptyState } from '@gt/ui';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';

/** What moved between two snapshots of a plan. */
export function MovementPage() {
  const { planId } = useParams({ from: signedIn(paths.movement) });
  return (
    <Page title="Movement">
      <ReviewNav planId={planId} />
      <EmptyState sentence="There is no snapshot yet, so nothing can have moved." />
    </Page>
  );
}
