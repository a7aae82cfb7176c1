import type { Review } from '../queries.ts';
export function PreparedReview({ review }: { review: Review; pull: () => void }) {
  return <p>{review.id}</p>;
}
