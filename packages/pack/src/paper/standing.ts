import type { PackContent, PackRecommendation } from '@gt/contracts/words';
import { countOf, listWords } from '@gt/domain/wording';
import { dateWords, periodWords } from './words.ts';

/** The one honest line at the top of index and summary. */
export function headline(recommendations: readonly PackRecommendation[]): string {
  const gaps = recommendations.filter(({ missing }) => missing.length > 0);
  const things = gaps.reduce((sum, { missing }) => sum + missing.length, 0);
  if (recommendations.length === 0) return 'There is no recommendation in this pack.';
  if (gaps.length === 0) return 'Nothing is missing for closure of any recommendation.';
  return `${countOf(things, 'thing')} still missing for closure, in ${gaps.length} of ${countOf(recommendations.length, 'recommendation')}: ${listWords(gaps.map(({ ref }) => ref))}.`;
}

/** "2 of 4 whole". */
export function wholeKnots({ thread }: PackRecommendation): string {
  const knots = Object.values(thread);
  return `${knots.filter(({ state }) => state === 'WHOLE').length} of ${knots.length} whole`;
}

export function inspectionFacts({ inspection }: PackContent): [name: string, value: string][] {
  const visited =
    inspection.startedOn || inspection.endedOn
      ? periodWords(inspection.startedOn, inspection.endedOn)
      : 'Not recorded';
  return [
    ['Inspection', inspection.kind],
    ['Inspected', visited],
    ['Report published', dateWords(inspection.publishedOn, 'Not printed in the report')],
    ['Report received', dateWords(inspection.receivedOn, 'Not recorded')],
    ['Lead inspector', inspection.leadInspector ?? 'Not recorded'],
  ];
}

/** Duty, due, submitted, where it stands. */
export function clockRows({ clocks }: PackContent): [string, string, string, string][] {
  return clocks.map((clock) => [
    clock.label,
    dateWords(clock.dueOn),
    dateWords(clock.submittedOn, 'Not yet'),
    clock.stateText,
  ]);
}
