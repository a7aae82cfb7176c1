import type { JudgementArea } from '@gt/contracts/words';

/** Most particular first: "children in care and care leavers" also holds the words of two later rows. */
const AREAS: readonly [RegExp, JudgementArea][] = [
  [/overall effectiveness/iu, 'overall_effectiveness'],
  [/leadership,? management/iu, 'leadership_management_governance'],
  [/impact of leaders|effectiveness of leaders/iu, 'impact_of_leaders'],
  [/help (and|or) protection|help, care and protection/iu, 'help_and_protection'],
  [/adoption/iu, 'adoption_performance'],
  [/looked after and achieving/iu, 'looked_after_and_permanence'],
  [/children (in care|looked after) and care leavers/iu, 'children_in_care_and_care_leavers'],
  [/care leavers|care[- ]experienced young/iu, 'care_leavers'],
  [/children (in care|looked after)|looked[- ]after children/iu, 'children_in_care'],
  [/^overall\b/iu, 'overall'],
];

/**
 * The key of a judgement area from its row's words. A row of a framework not known here gets a key made
 * from its own words, so that no judgement is lost.
 */
export function judgementArea(text: string): JudgementArea {
  const known = AREAS.find(([pattern]) => pattern.test(text));
  if (known) return known[1];
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** Whether the area's words were recognised. */
export function isKnownArea(text: string): boolean {
  return AREAS.some(([pattern]) => pattern.test(text));
}
