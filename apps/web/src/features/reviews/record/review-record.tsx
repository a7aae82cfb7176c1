import type { Review } from '../queries.ts';
export function ReviewRecord({ review }: { review: Review }) {
  return <p>{review.id}</p>;
}
