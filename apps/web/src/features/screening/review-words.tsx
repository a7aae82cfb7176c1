import { FINDING_KIND_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { reviewWordsQuery } from './queries.ts';
import classes from './screening.module.css';

/** What may identify somebody in the words of a review, before its minutes are made; nothing where nothing was found. */
export function ReviewWords({ reviewId }: { reviewId: string }) {
  const { data } = useQuery({ ...reviewWordsQuery(reviewId), refetchOnMount: 'always' });
  const findings = data?.findings ?? [];
  if (findings.length === 0) return null;
  return (
    <Panel title="Before the minutes are made">
      <p className={classes.quiet}>
        {countOf(findings.length, 'place')} in what was written may identify a child or somebody else. What
        you leave is printed in the minutes and cannot be changed afterwards.
      </p>
      <ul className={classes.findings}>
        {findings.map(({ place, words, kind, level, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice in one place
          <li key={index} className={classes.finding} data-level={level}>
            <p className={classes.line}>
              <strong>{place}</strong>: “{words}”
            </p>
            <p className={classes.quiet}>
              {FINDING_KIND_LABELS[kind]}. {why}.
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
