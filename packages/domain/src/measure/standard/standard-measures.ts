import { MEASURE_LIMITS } from '../validate-measure.ts';
import { CARE_MEASURES } from './care-measures.ts';
import { SAFEGUARDING_MEASURES } from './safeguarding-measures.ts';
import { SERVICE_MEASURES } from './service-measures.ts';
import { STANDARD_THEMES, type StandardMeasure } from './standard-measure.ts';
import { WELLBEING_MEASURES } from './wellbeing-measures.ts';

/** Every definition, theme by theme. */
export const STANDARD_MEASURES: readonly StandardMeasure[] = [
  ...SAFEGUARDING_MEASURES,
  ...CARE_MEASURES,
  ...WELLBEING_MEASURES,
  ...SERVICE_MEASURES,
].sort((a, b) => STANDARD_THEMES.indexOf(a.theme) - STANDARD_THEMES.indexOf(b.theme));

const BY_KEY = new Map(STANDARD_MEASURES.map((one) => [one.key, one]));

/** The definition of that key; undefined for a key that is not known. */
export function standardOf(key: string): StandardMeasure | undefined {
  return BY_KEY.get(key);
}

/** What a measure that begins from it is called, counts and aims at; baseline and target are the service's own. */
export function measureFrom(standard: StandardMeasure) {
  const { key, name, unit, direction, frequency } = standard;
  const definition = definitionWords(standard).slice(0, MEASURE_LIMITS.definition);
  return { standardKey: key, name, definition, unit, direction, frequency };
}

/** "Counted: … Out of: … Limit: … Source: …", a line each. */
function definitionWords({ counted, outOf, limit, source }: StandardMeasure): string {
  return [
    `Counted: ${counted}.`,
    outOf === '' ? '' : `Out of: ${outOf}.`,
    limit === '' ? '' : `Limit: ${limit}.`,
    `Source: ${source}.`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Words that stand in too many recommendations to tell anything. */
const COMMON = new Set(
  'a all and are as at be by care child children ensure for from have in is it of on or so social that the their they this to with within work young people services service time plan plans quality improve timely oversight leaders managers'.split(
    ' ',
  ),
);
/** So many words in common, at the least, make a suggestion. */
const SUGGESTED = 2;

/**
 * Definitions that a recommendation suggests by its words, the nearest first; at most `most`. A word counts once, and
 * by its beginning, so that "assessments" finds "assessment".
 * Example: "the stability of placements for children in care, and sufficiency of foster carers" suggests "Three or
 * more placements in the year" before "Mean caseload".
 */
export function suggestStandards(words: string, most = 6): StandardMeasure[] {
  const wanted = [...new Set(stemsOf(words))];
  return STANDARD_MEASURES.map((one) => {
    const own = new Set(stemsOf(`${one.name} ${one.words}`));
    return { one, score: wanted.filter((stem) => own.has(stem)).length };
  })
    .filter(({ score }) => score >= SUGGESTED)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ one }) => one);
}

/** Definitions in which every word of the search stands, in name, words, theme or what is counted. */
export function findStandards(search: string): StandardMeasure[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return STANDARD_MEASURES.filter(({ name, words, theme, counted }) => {
    const said = `${name} ${words} ${theme} ${counted}`.toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

/** Of "assessments" and "assessment" the same beginning. */
function stemsOf(words: string): string[] {
  return words
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 2 && !COMMON.has(word))
    .map((word) => word.replace(/(ies|es|s|ing|ed)$/u, '').slice(0, 9));
}
