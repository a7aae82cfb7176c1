import { type Finding, findAll } from './finding.ts';

/** "aged 7", "age of 7", "7 years old", "7-year-old", "7 yrs", "7 y/o". */
const AGE =
  /(?:[Aa]ged? |[Aa]ge of )(\d{1,2})(?![\d.,/-]\d)|(\d{1,2})(?: ?years? old| ?yrs?\b| years?\b|-year-old| ?y\/o)/g;
/** What else makes it a range or a span and no age: "7 to 11", "7-11", "5 years ago". */
const NO_AGE =
  /^(?: ?[-–] ?\d| (?:and|to|or) \d| (?:ago|later|before|after|of|in|since|from|experience)\b|\p{L}|\p{N})/u;
/** A name with a capital, or initials, right before it: "Ella, aged 7", "J.S. (7 years)", "Child A is 7 years old". */
const NAMED =
  /(?<![\p{L}\p{N}.-])((?:\p{Lu}\.? ?){2}|(?:\p{Lu}\p{Ll}{1,20} ){0,2}(?:\p{Lu}\p{Ll}{1,20}|\p{Lu}))(?:,? |,? \(|, who is | is | was |\()$/u;
const NAME_MAX = 75;
/** Words with a capital that begin a sentence about an age and name nobody. */
const NOBODY = new Set(
  `A All An And Another Any Are At Babies Baby Boy Boys By Care Cohort Child Children Each Every Everybody Everyone Few For Four From Girl
   Girls Group Groups He If In Infants Is It Leavers Many Most No None Of On One Only Or Other Others Over Pupil Pupils
   Person People She Sibling Siblings Since Some Someone Student Students Ten Teenagers Than That The Their Them These They This Those
   Three To Two Under Until Up We When Where Which While Who Whose With Year Years Young Youth`.split(/\s+/),
);
const OLDEST = 25;

const WHO =
  'child(?:ren)?|bab(?:y|ies)|infants?|boys?|girls?|young (?:person|people)|teenagers?|siblings?|pupils?|care leavers?|famil(?:y|ies)|mothers?|fathers?|parents?|carers?|adopters?|placements?';
const COUNT = new RegExp(
  `(?:[1-5]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?:of the |[A-Za-z-]{1,20} )?(?:${WHO})(?![A-Za-z0-9])`,
  'g',
);
/** Part of a longer number, a price or a range. */
const NO_COUNT = /[\p{L}\p{N}_.,£$%/–-]/u;

/**
 * Initials or a first name with an age of up to 25. What begins a sentence about a group ("Children aged 7") names
 * nobody, and ranges of ages are none.
 */
export function findNamesWithAges(text: string): Finding[] {
  return findAll(text, AGE, ({ 0: told, 1: after, 2: before, index }) => {
    const end = index + told.length;
    if (Number(after ?? before) > OLDEST || NO_AGE.test(text.slice(end, end + 12))) return null;
    const name = NAMED.exec(text.slice(Math.max(0, index - NAME_MAX), index));
    const words = name?.[1]?.trim().split(' ') ?? [];
    // "Child A" is somebody, "A 7 year old" is not.
    const isLettered = words.length > 1 && words.at(-1)?.length === 1;
    if (!name || (NOBODY.has(words.at(-1) ?? '') && !isLettered)) return null;
    const at = index - name[0].length;
    const why = 'A name or initials with an age beside them';
    return { kind: 'NAME_AND_AGE', level: 'LIKELY', why, at, length: end - at };
  });
}

/**
 * Counts of 1 to 5 children, families or carers: so few may be known to whoever reads it.
 * Source: the Department for Education's rule of suppressing counts of 1 to 5.
 */
export function findSmallCounts(text: string): Finding[] {
  const why = 'A count of 1 to 5 may show who is meant';
  return findAll(text, COUNT, ({ index }) =>
    NO_COUNT.test(text.charAt(index - 1)) ? null : { kind: 'SMALL_COUNT', level: 'POSSIBLE', why },
  ).map((finding) => ({ ...finding, masked: text.slice(finding.at, finding.at + finding.length) }));
}
