import { GRADE_LABELS, type Grade, INSPECTION_KIND_LABELS, JUDGEMENT_AREA_LABELS } from '@gt/contracts/words';
import { themeLabel, yearOf } from '@gt/domain/lineage';
import { listWords } from '@gt/domain/wording';
import type { Inspection, Likeness } from './queries.ts';

/** "2016, SIF inspection": how an inspection is called in a row of them. */
export function inspectionName({ on, kind }: Pick<Inspection, 'on' | 'kind'>): string {
  return `${yearOf(on)}, ${INSPECTION_KIND_LABELS[kind]}`;
}

/** Why two recommendations may be the same concern: "Both are about permanence. Both say “permanence” and “plans”." */
export function whyWords({ sharedThemes, sharedWords, sharesArea }: Likeness): string {
  const quoted = sharedWords.map((word) => `“${word}”`);
  return [
    sharedThemes.length > 0
      ? `Both are about: ${listWords(sharedThemes.map(themeLabel)).toLowerCase()}.`
      : '',
    quoted.length > 0 ? `Both say ${listWords(quoted, 5)}.` : '',
    sharesArea ? 'Both stand under the same judgement area.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

type Judged = readonly { area: string; grade: Grade }[];

/** The grade of each area that an item stood under, or the overall one: "Overall: Inadequate". */
export function gradesWords(judgements: Judged, areas: readonly string[]): string {
  const own = judgements.filter(({ area }) => areas.includes(area));
  const overall = judgements.filter(({ area }) => area.startsWith('overall'));
  return (own.length > 0 ? own : overall)
    .map(({ area, grade }) => `${JUDGEMENT_AREA_LABELS[area] ?? area}: ${GRADE_LABELS[grade]}`)
    .join('; ');
}
