import { contentStems } from '../wording/index.ts';
import { isBroadTheme, themesOf } from './themes.ts';

/** What is compared: the words of a recommendation, and the judgement areas it was put under. */
export type Concern = { text: string; areas: readonly string[] };

/** How alike two recommendations are, and why. */
export type Likeness = {
  /** 0 (nothing in common) to 100 (the same words). The same whichever of the two comes first. */
  similarity: number;
  /** Words that both hold, as the first writes them, the most telling first. */
  sharedWords: string[];
  /** Keys of themes that both stand in. */
  sharedThemes: string[];
  sharesArea: boolean;
};

/** Judgement areas of successive frameworks that speak of the same children. */
const SAME_AREAS: Record<string, string> = {
  leadership_management_governance: 'impact_of_leaders',
  looked_after_and_permanence: 'children_in_care',
  adoption_performance: 'children_in_care',
};

/** Words of the field that stand beside any subject: they count for little. */
const FIELD_WORDS: ReadonlySet<string> = new Set(
  contentStems(
    `plan planning assessment response support practice process need risk timeliness timely impact manage management
    agency development develop understanding understand identify identification provision system strengthen address
    reduce arrangement staff area meet meeting range access oversight care progress decision quality aged issue
    placement safeguarding adult team approach implementation application delivery partner partnership leavers
    protection protect analysis outcome enabler number early earlier`,
  ).keys(),
);
const FIELD_WEIGHT = 0.3;

/** Whether a stem is one of the words of the field that stand beside any subject. */
export function isFieldWord(stem: string): boolean {
  return FIELD_WORDS.has(stem);
}

/** A shared theme can bring the similarity up to so much by itself; a broad one to less. */
const THEME_SHARE = 0.55;
const BROAD_SHARE = 0.2;
/** What the same judgement area adds to a likeness that is there already. */
const AREA_SHARE = 0.06;

/** What a report adds to say which part of the national framework an item answers. */
const FRAMEWORK_NOTE = /\((?:outcome|enabler|principle)[^)]*\)/gi;
/** Words that mean something else together than apart: private fostering is no part of the fostering service. */
const ONE_WORD: readonly (readonly [RegExp, string])[] = [
  [/\bprivate(?:ly)? foster(?:ing|ed)\b/gi, 'privatefostering'],
];

type Weigh = (stem: string) => number;
type Read = { stems: Map<string, string[]>; themes: readonly string[]; areas: ReadonlySet<string> };

/**
 * Compares recommendations among a body of them. Each word is cut to its stem and weighs ln(1 + N / n), where n of the
 * N items hold it, so that a word of two items tells more than a word of ten; words of the field that stand beside any
 * subject ("response", "timeliness") keep 30 % of that. Words give Σ shared ÷ √(Σ of one × Σ of the other); themes
 * give the same over themes, worth at most 55 % (20 % where only broad themes are shared). Both are joined as chances
 * are (1 − (1 − words)(1 − themes)); the same judgement area closes 6 % of what is missing, where anything is shared.
 * Example: "Alignment of the approach to contextual safeguarding." and "Improve services to children at risk of child
 * sexual exploitation or who go missing." share no telling word and meet in the theme of exploitation.
 */
export function compareConcerns(all: readonly Concern[]): (one: Concern, other: Concern) => Likeness {
  const reads = new Map(all.map((concern) => [concern, read(concern)]));
  const weigh = weights([...reads.values()]);
  const readOf = (concern: Concern) => reads.get(concern) ?? read(concern);
  return (one, other) => liken(readOf(one), readOf(other), weigh);
}

function read({ text, areas }: Concern): Read {
  const bare = text.replace(FRAMEWORK_NOTE, ' ');
  const told = ONE_WORD.reduce((all, [apart, together]) => all.replace(apart, together), bare);
  return {
    stems: contentStems(told),
    themes: themesOf(bare),
    areas: new Set(areas.flatMap(areasOf)),
  };
}

function areasOf(area: string): string[] {
  if (area === 'children_in_care_and_care_leavers') return ['children_in_care', 'care_leavers'];
  return [SAME_AREAS[area] ?? area];
}

function weights(reads: readonly Read[]): Weigh {
  const counts = new Map<string, number>();
  for (const { stems } of reads) for (const key of stems.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (key) =>
    Math.log(1 + Math.max(1, reads.length) / (counts.get(key) ?? 1)) * (isFieldWord(key) ? FIELD_WEIGHT : 1);
}

function liken(one: Read, other: Read, weigh: Weigh): Likeness {
  const shared = [...one.stems.keys()].filter((key) => other.stems.has(key));
  const words = overlap(shared, [...one.stems.keys()], [...other.stems.keys()], weigh);
  const sharedThemes = one.themes.filter((key) => other.themes.includes(key));
  const themes =
    overlap(sharedThemes, one.themes, other.themes, themeWeight) *
    (sharedThemes.every(isBroadTheme) ? BROAD_SHARE : THEME_SHARE);
  const joined = 1 - (1 - words) * (1 - themes);
  const sharesArea = [...one.areas].some((area) => other.areas.has(area));
  const whole = sharesArea && joined > 0 ? joined + (1 - joined) * AREA_SHARE : joined;
  return {
    similarity: Math.round(100 * Math.min(1, whole)),
    sharedWords: shared
      .filter((key) => !isFieldWord(key))
      .toSorted((a, b) => weigh(b) - weigh(a))
      .map((key) => one.stems.get(key)?.[0] ?? key),
    sharedThemes,
    sharesArea,
  };
}

function themeWeight(key: string): number {
  return isBroadTheme(key) ? 0.4 : 1;
}

/** Shared weight over the geometric mean of both weights: 0 to 1, and the same from either side. */
function overlap(
  shared: readonly string[],
  one: readonly string[],
  other: readonly string[],
  weigh: Weigh,
): number {
  const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + weigh(key), 0);
  return shared.length === 0 ? 0 : sum(shared) / Math.sqrt(sum(one) * sum(other));
}
