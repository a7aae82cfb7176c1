/** Words that carry no meaning of their own, and words that any inspection report uses of any subject. */
const STOP = new Set(
  `a about above across after again against all also although always an and any are as at be because been before being
  between both but by can cannot could did do does doing done down during each either ensure ensured ensures ensuring
  enough etc even every few following for from further get had has have having he help her here his how however if in
  including into is it its itself just less made make makes making many may might more most much must need needed
  needs no nor not of off often on once one only or other others our out over own particular per rather s same she
  should since so some such than that the their them then there these they this those through to too towards under
  until up upon us use used uses using very was we well were what when where whether which while who whom whose why
  will with within without would yet you your
  child children childrens young people person family families local authority service services social work worker
  workers inspector inspectors inspection improve improves improved improvement good quality
  working robust robustness effective effectively effectiveness consistent consistently appropriate appropriately`
    .split(/\s+/u)
    .filter(Boolean),
);

const SUFFIXES: readonly [RegExp, string][] = [
  [/(?:iveness|fulness|ousness)$/u, ''],
  [/(?:ational|isation|ization)$/u, ''],
  [/ies$/u, 'y'],
  [/(?:nesses|ness)$/u, ''],
  [/(?:ments|ment)$/u, ''],
  [/(?:ations|ation|itions|ition)$/u, ''],
  [/(?:ings|ing|edly|ed)$/u, ''],
  [/(?:ances|ance|ences|ence|ancy|ency)$/u, ''],
  [/(?:ional|ions|ion)$/u, ''],
  [/(?:ive|ively|ally|al|ely|ly|ers|er|ors|or)$/u, ''],
  [/(?:es|s)$/u, ''],
];

/**
 * A light stem for English words of inspection reports: "permanence", "permanent" → "perman";
 * "fostering", "fostered" → "foster". It errs on the side of too little.
 */
export function stem(word: string): string {
  let out = word.toLowerCase().replace(/['’]s?$/u, '');
  for (const [suffix, replacement] of SUFFIXES) {
    const next = out.replace(suffix, replacement);
    if (next !== out && next.length >= 4) {
      out = next;
      break;
    }
  }
  out = out.replace(/(?:ent|ant)$/u, (ending) => (out.length - ending.length >= 4 ? '' : ending));
  return out.length > 4 ? out.replace(/[ey]$/u, '').replace(/([^aeiouls])\1$/u, '$1') : out;
}

/** The words that carry a text's meaning: stem → the word as first written, in lower case. */
export function contentStems(text: string): Map<string, string> {
  const stems = new Map<string, string>();
  for (const word of text.toLowerCase().match(/\p{L}[\p{L}\p{N}’']*/gu) ?? []) {
    const bare = word.replace(/['’]s?$/u, '').replace(/['’]/gu, '');
    if (bare.length < 3 || STOP.has(bare)) continue;
    const key = stem(bare);
    if (!stems.has(key)) stems.set(key, bare);
  }
  return stems;
}
