import { SkeletonRows } from '@gt/ui';

/** Shown when a page takes longer than a moment to arrive. */
export function PendingPage() {
  return <SkeletonRows rows={6} label="Loading the page" />;
}
