import { listWords } from '@gt/domain/wording';
import { useToday } from '../../lib/session.ts';
import { monthsCovered, spansOf } from './months-covered.ts';
import classes from './months-strip.module.css';
import type { Recommendation } from './queries.ts';

/** Which of the last twelve months the accepted evidence speaks of; the gaps are where nobody can say. */
export function MonthsStrip({ evidence }: { evidence: Recommendation['evidence'] }) {
  const today = useToday();
  const accepted = evidence.filter(({ state, redacted }) => state === 'ACCEPTED' && !redacted);
  const months = monthsCovered(accepted, today);
  const bare = months.filter(({ references }) => references.length === 0);
  const words =
    bare.length === 0
      ? 'Accepted evidence covers each of the last 12 months.'
      : `Accepted evidence covers ${12 - bare.length} of the last 12 months. Not covered: ${listWords(spansOf(months))}.`;
  return (
    <figure className={classes.root} aria-label="Months covered by accepted evidence">
      <ol className={classes.strip}>
        {months.map(({ key, label, references }) => (
          <li key={key} className={classes.month} data-covered={references.length > 0}>
            <span className={classes.cell} title={`${label}: ${listWords(references) || 'nothing'}`}>
              {references.length > 0 ? references.length : '–'}
            </span>
            <span className={classes.label}>
              {label.slice(0, 3)}
              <span className="gt-visually-hidden">
                {label.slice(label.indexOf(' '))}, {references.length > 0 ? listWords(references) : 'nothing'}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <figcaption className={classes.words}>{words}</figcaption>
    </figure>
  );
}
