import { formatDate, type IsoDate, type SnapshotCause } from '@gt/contracts/words';

/**
 * What a snapshot is, in words: "As at 12 March 2026, frozen with review 7". Example of one that lost words: "As at
 * 12 March 2026, taken by hand; words in it were redacted on 2 April 2026".
 */
export function snapshotWords(snapshot: {
  asAt: IsoDate;
  cause: SnapshotCause;
  reviewNumber: number | null;
  redactedOn: IsoDate | null;
}): string {
  const { asAt, redactedOn } = snapshot;
  const redacted = redactedOn ? `; words in it were redacted on ${formatDate(redactedOn)}` : '';
  return `As at ${formatDate(asAt)}, ${causeWords(snapshot)}${redacted}`;
}

function causeWords({ cause, reviewNumber }: { cause: SnapshotCause; reviewNumber: number | null }): string {
  if (cause === 'BY_HAND') return 'taken by hand';
  if (cause === 'SCHEDULE') return 'taken because no review was frozen that week';
  return reviewNumber === null ? 'frozen with a review' : `frozen with review ${reviewNumber}`;
}
