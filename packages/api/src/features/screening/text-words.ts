import { formatDate } from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { evidenceReference } from '@gt/domain/evidence';
import { measureReference } from '@gt/domain/measure';
import { CLOSING_QUESTIONS, recommendationReference } from '@gt/domain/recommendation';
import { londonDate } from '../../core/dates.ts';
import type { TypedText } from './typed-texts.ts';

const OF_UPDATE: Record<string, string> = {
  whatHappened: 'what happened',
  difference: 'the difference for children',
  inTheWay: 'what is in the way',
  next: 'what comes next',
  ragReason: 'reason for the colour',
};
const OF_RECORD: Record<string, string> = {
  title: 'Title',
  detail: 'Detail',
  statusReason: 'Reason for its status',
  successMeasure: 'Success measure',
  ragReason: 'Reason for its colour',
  goodLooksLike: 'What good looks like',
  closureTest: 'Closure test',
  response: 'Management response',
  name: 'Name',
  definition: 'Definition',
  shows: 'What it shows',
  difference: 'The difference for children',
  source: 'Source',
};

/** "R3.A2", "R3", "M4", "E12". */
export function referenceOfText({ entity, recommendation, number }: TypedText): string {
  if (entity === 'EVIDENCE') return evidenceReference(number);
  if (entity === 'MEASURE') return measureReference(number);
  if (entity === 'RECOMMENDATION') return recommendationReference(number);
  return actionReference(recommendation ?? 0, number);
}

/** Which text of its record it is: "Progress update of 11 March 2026, what happened". */
export function titleOfText({ entity, field, writtenAt }: TypedText): string {
  const on = writtenAt ? formatDate(londonDate(writtenAt)) : '';
  if (entity === 'PROGRESS_UPDATE') return `Progress update of ${on}, ${OF_UPDATE[field] ?? field}`;
  const [name = field] = field.split(':');
  if (name === 'dateReason') return `Reason for the date moved on ${on}`;
  if (writtenAt === null) return OF_RECORD[name] ?? name;
  const asked = CLOSING_QUESTIONS.find(({ key }) => key === name)?.question ?? name;
  return `Answer at closing on ${on}: ${asked}`;
}
