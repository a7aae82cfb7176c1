/** A note in brackets that names the children's social care national framework, or one of its parts by number. */
const NOTE =
  /\s*\(((?:[^()]*\bnational\s+framework[^()]*)|(?:(?:outcome|enabler|principle)s?:?\s+\d[^()]*))\)/giu;
const NUMBERED = /\b(outcome|enabler|principle)s?\s+(\d(?:\s*(?:,|and|&|\/)\s*(?:and\s+)?\d)*)/giu;

/**
 * The names of outcomes and enablers in the Children's Social Care National Framework (December 2023), by
 * the words that only they have. Reports name them by number or by these words.
 */
const NAMED: readonly [RegExp, string][] = [
  [/stay together and get the help/iu, 'outcome 1'],
  [/supported by their family network/iu, 'outcome 2'],
  [/safe in and outside/iu, 'outcome 3'],
  [/stable,? loving homes/iu, 'outcome 4'],
  [/multi-?\s?agency working is prioriti[sz]ed/iu, 'enabler 1'],
  [/leaders drive conditions/iu, 'enabler 2'],
  [/workforce is equipped/iu, 'enabler 3'],
];
const NAMED_PRINCIPLE = /\bprinciple:\s*([^;,]+)/giu;

/**
 * Splits an item from its national-framework note: "… (outcome 1 and enabler 2, national framework)" gives
 * the text without the note and ["outcome 1", "enabler 2"]. Without a note the text is returned as it is.
 */
export function frameworkRefs(text: string): {
  textWithoutFrameworkRef: string;
  nationalFrameworkRefs: string[];
} {
  const refs: string[] = [];
  for (const note of text.matchAll(NOTE)) refs.push(...refsOf(note[1] ?? ''));
  if (refs.length === 0) return { textWithoutFrameworkRef: text, nationalFrameworkRefs: [] };
  const bare = text
    .replace(NOTE, '')
    .replace(/\s+([.,;])/g, '$1')
    .replace(/\.{2,}$/, '.')
    .trim();
  return { textWithoutFrameworkRef: bare, nationalFrameworkRefs: [...new Set(refs)] };
}

function refsOf(note: string): string[] {
  const found: { at: number; ref: string }[] = [];
  for (const match of note.matchAll(NUMBERED)) {
    for (const digit of (match[2] ?? '').matchAll(/\d/g))
      found.push({
        at: match.index + (digit.index ?? 0),
        ref: `${(match[1] ?? '').toLowerCase()} ${digit[0]}`,
      });
  }
  for (const [pattern, ref] of NAMED) {
    const at = note.search(pattern);
    if (at >= 0) found.push({ at, ref });
  }
  for (const match of note.matchAll(NAMED_PRINCIPLE))
    found.push({ at: match.index, ref: `principle: ${(match[1] ?? '').trim().toLowerCase()}` });
  return found.toSorted((a, b) => a.at - b.at).map((entry) => entry.ref);
}
