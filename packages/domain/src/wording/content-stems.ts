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

const SUFFIXES =
  /(?:iveness|fulness|ousness|isational|isations?|izations?|ational|ations?|itions?|ments?|ness|ings?|edly|ed|ances?|ences?|ional|ions?|ively|ive|ally|ent|ant|ly)$/u;
/** What is left of a word must still tell it from others. */
const SHORTEST = 4;

/**
 * A light stem for English words of inspection reports: "permanence", "permanent" → "perman";
 * "fostering", "foster" → "foster". It errs on the side of too little.
 */
export function stem(word: string): string {
  const singular = word
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .replace(/ies$/u, 'y')
    .replace(/(?<=ss|x|z|ch|sh)es$/u, '')
    .replace(/(?<=[^sui])s$/u, '');
  const cut = singular.replace(SUFFIXES, '');
  const isAdverb = singular.length - cut.length === 2 && singular.endsWith('ly');
  const bare = cut.length >= (isAdverb ? SHORTEST + 1 : SHORTEST) ? cut : singular;
  const single = bare.length > SHORTEST ? bare.replace(/([bdgmnprt])\1$/u, '$1') : bare;
  return single.length > SHORTEST ? single.replace(/e$/u, '').replace(/y$/u, 'i') : single;
}

/** The words that carry a text's meaning: stem → the forms it is written in, lower case, in order, repeats kept. */
export function contentStems(text: string): Map<string, string[]> {
  const stems = new Map<string, string[]>();
  for (const word of text.toLowerCase().match(/\p{L}[\p{L}\p{N}’']*/gu) ?? []) {
    const bare = word.replace(/['’]s?$/u, '').replace(/['’]/gu, '');
    if (bare.length < 3 || STOP.has(bare)) continue;
    const key = stem(bare);
    const forms = stems.get(key);
    if (forms) forms.push(bare);
    else stems.set(key, [bare]);
  }
  return stems;
}
