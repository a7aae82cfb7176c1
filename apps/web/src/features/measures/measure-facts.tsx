import { formatDate, MEASURE_DIRECTION_LABELS, MEASURE_FREQUENCY_LABELS } from '@gt/contracts/words';
import { plannedText, standardOf, valueWords } from '@gt/domain/measure';
import { Link } from '@tanstack/react-router';
import { holderWords } from '../../lib/holder-words.ts';
import { paths } from '../../lib/paths.ts';
import classes from './measures.module.css';
import type { MeasureDetail } from './queries.ts';

/** What is counted, which way is better, where it stood and where it should stand, and who brings the figures. */
export function MeasureFacts({ measure }: { measure: MeasureDetail }) {
  const { planId, recommendationId, unit, baseline, baselineDate, target, targetDate, ownerPost } = measure;
  const standard = standardOf(measure.standardKey ?? '');
  return (
    <dl className={classes.facts}>
      <dt>Counted</dt>
      <dd className={classes.text}>{measure.definition || 'Not said yet'}</dd>
      <dt>Better</dt>
      <dd>{MEASURE_DIRECTION_LABELS[measure.direction]}</dd>
      <dt>Baseline</dt>
      <dd>
        {baseline === null ? 'Not set' : valueWords(baseline, unit)}
        {baseline !== null && baselineDate ? `, ${formatDate(baselineDate)}` : ''}
      </dd>
      <dt>Target</dt>
      <dd>
        {target === null ? 'Not set' : valueWords(target, unit)}
        {target !== null && targetDate ? `, by ${formatDate(targetDate)}` : ''}
      </dd>
      {measure.planned.length > 0 ? (
        <>
          <dt>Planned</dt>
          <dd className={classes.text}>{plannedText(measure.planned, unit)}</dd>
        </>
      ) : null}
      {standard ? (
        <>
          <dt>Standard</dt>
          <dd>
            Began from “{standard.name}” ({standard.source})
          </dd>
        </>
      ) : null}
      <dt>How often</dt>
      <dd>{MEASURE_FREQUENCY_LABELS[measure.frequency]}</dd>
      <dt>Owner post</dt>
      <dd>{ownerPost ? `${ownerPost.title} (${holderWords(ownerPost)})` : 'Nobody'}</dd>
      <dt>Under</dt>
      <dd>
        <Link to={paths.recommendation} params={{ planId, recommendationId }}>
          R{measure.recommendationNumber} {measure.recommendationQuote}
        </Link>
      </dd>
    </dl>
  );
}
