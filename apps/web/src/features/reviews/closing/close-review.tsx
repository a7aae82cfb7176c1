import type { Tally } from '../meeting/agenda.ts';
export function CloseReview({ tally, onBack }: { tally: Tally; onBack: () => void }) {
  return (
    <button type="button" onClick={onBack}>
      {tally.total}
    </button>
  );
}
