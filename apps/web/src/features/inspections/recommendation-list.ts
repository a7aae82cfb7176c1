import { emptyRecommendation, type RecommendationField } from './plan-form-state.ts';

type List = readonly RecommendationField[];

/** Changes one item. */
export function changeAt(
  list: List,
  index: number,
  patch: Partial<RecommendationField>,
): RecommendationField[] {
  return list.map((item, at) => (at === index ? { ...item, ...patch } : item));
}

/** Adds an empty item at the end. */
export function addItem(list: List): RecommendationField[] {
  return [...list, emptyRecommendation()];
}

/** Words marked on a page: they fill the first line that is still empty, or come at the end. */
export function addMarked(list: List, quote: string, page: number): RecommendationField[] {
  const at = list.findIndex((item) => item.quote.trim() === '');
  if (at >= 0) return changeAt(list, at, { quote, page });
  return [...list, { ...emptyRecommendation(), quote, page }];
}

/** Takes one away; a plan keeps at least one line to type in. */
export function removeAt(list: List, index: number): RecommendationField[] {
  const rest = list.filter((_, at) => at !== index);
  return rest.length > 0 ? rest : [emptyRecommendation()];
}

/**
 * Splits one item in two where the cursor stands; both keep page, areas and paragraphs. Null when one half would be
 * empty, so that the person can be told to place the cursor.
 */
export function splitAt(list: List, index: number, cursor: number): RecommendationField[] | null {
  const item = list[index];
  const [head, tail] = item
    ? [item.quote.slice(0, cursor).trim(), item.quote.slice(cursor).trim()]
    : ['', ''];
  if (!item || head === '' || tail === '') return null;
  const second = { ...item, key: emptyRecommendation().key, quote: tail };
  return list.flatMap((other, at) => (at === index ? [{ ...item, quote: head }, second] : [other]));
}

/** Joins an item with the one after it: the words in order, everything else of both once. */
export function joinWithNext(list: List, index: number): RecommendationField[] {
  const [one, two] = [list[index], list[index + 1]];
  if (!one || !two) return [...list];
  const paragraphs = new Map([...two.paragraphs, ...one.paragraphs].map((item) => [item.number, item]));
  const joined: RecommendationField = {
    ...one,
    quote: [one.quote.trim(), two.quote.trim()].filter(Boolean).join(' '),
    page: one.page ?? two.page,
    judgementAreas: [...new Set([...one.judgementAreas, ...two.judgementAreas])],
    frameworkRefs: [...new Set([...one.frameworkRefs, ...two.frameworkRefs])],
    paragraphs: [...paragraphs.values()].toSorted((a, b) => b.sharedWords.length - a.sharedWords.length),
  };
  return list.flatMap((other, at) => (at === index ? [joined] : at === index + 1 ? [] : [other]));
}
