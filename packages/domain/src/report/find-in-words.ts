import type { ReportContent } from '@gt/contracts/words';
import { type ScreeningOptions, screenText } from '../screening/index.ts';

/** Something in the wording of a public paper that has to go, or to be justified. */
export type Finding = {
  kind: 'NAME' | 'SMALL_NUMBER' | 'PERSONAL_DATA';
  /** Of the wording it stands in: a block's key, or "title" and "subtitle". */
  blockKey: string;
  /** Heading of the section it stands in. */
  heading: string;
  /** The words themselves, as they are typed. */
  words: string;
  /** The words with what stands around them. */
  excerpt: string;
};

/** Words that were found and stay, with the reason given. */
export type Allowance = { words: string; why: string };

const SMALL =
  /\b(?:[1-5]|one|two|three|four|five)\s+(?:[\p{L}-]+\s+)?(?:child(?:ren)?|bab(?:y|ies)|infants?|boys?|girls?|young\s+(?:person|people)|teenagers?|siblings?|pupils?|care\s+leavers?|famil(?:y|ies)|households?|mothers?|fathers?|parents?|carers?|adopters?|people|placements?)\b/giu;
const AROUND = 40;

/**
 * Names of people known to the product, counts of one to five people, and what identifies a person as it stands (a
 * number, an address, a date of birth), in the wording of a paper. Posts and teams are no names. A name is found in
 * full, the other way round ("Brook, Ada"), with an initial ("A. Brook") and after a title ("Ms Brook"). A paper of
 * which a part is missing is searched for the rest: whoever mends it has to see it.
 * Source: the public edition leaves out names and small numbers; typed text is screened again before it goes out.
 */
export function findInWords(
  content: Pick<ReportContent, 'subtitle' | 'sections'> & { title: string },
  people: readonly string[],
  posts: readonly string[],
  screening: ScreeningOptions,
): Finding[] {
  const pattern = namesPattern(people, posts);
  const search = (text: string | undefined, blockKey: string, heading: string): Finding[] => {
    if (!text) return [];
    return [
      ...matches(text, pattern).map((at) => ({ kind: 'NAME' as const, blockKey, heading, ...at })),
      ...matches(text, SMALL).map((at) => ({ kind: 'SMALL_NUMBER' as const, blockKey, heading, ...at })),
      ...screened(text, screening).map((at) => ({
        kind: 'PERSONAL_DATA' as const,
        blockKey,
        heading,
        ...at,
      })),
    ];
  };
  return [
    ...search(content.title, 'title', 'Title'),
    ...search(content.subtitle, 'subtitle', 'Title'),
    ...content.sections
      .filter(({ isIncluded }) => isIncluded)
      .flatMap(({ key, heading, blocks }) => [
        ...search(heading, key, heading),
        ...blocks.flatMap((block) =>
          block.kind === 'WORDS'
            ? search(block.text, block.key, heading)
            : [block.caption, block.note, ...block.rows.flat().map(({ text }) => text)].flatMap((text) =>
                search(text, block.key, heading),
              ),
        ),
      ]),
  ];
}

/** What has been found and neither removed nor justified. */
export function unsettled(findings: readonly Finding[], allowed: readonly Allowance[]): Finding[] {
  const settled = new Set(allowed.filter(({ why }) => why.trim() !== '').map(({ words }) => plain(words)));
  return findings.filter(({ words }) => !settled.has(plain(words)));
}

const plain = (words: string) => words.replace(/\s+/g, ' ').trim().toLowerCase();

type Found = { words: string; excerpt: string };

function matches(text: string, pattern: RegExp | null): Found[] {
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map((match) => foundAt(text, match.index, match[0].length));
}

/** Small counts are found here by a rule of their own. */
function screened(text: string, screening: ScreeningOptions): Found[] {
  return screenText(text, screening)
    .filter(({ kind, level }) => level === 'LIKELY' && kind !== 'SMALL_COUNT')
    .map(({ at, length }) => foundAt(text, at, length));
}

function foundAt(text: string, at: number, length: number): Found {
  const start = Math.max(0, at - AROUND);
  const end = Math.min(text.length, at + length + AROUND);
  const excerpt = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return {
    words: text.slice(at, at + length).replace(/\s+/g, ' '),
    excerpt: `${start > 0 ? '…' : ''}${excerpt}${end < text.length ? '…' : ''}`,
  };
}

/** All ways of writing these people's names as one pattern; null when there is nobody to look for. */
export function namesPattern(people: readonly string[], posts: readonly string[]): RegExp | null {
  const offices = new Set(posts.map(plain));
  const names = [...new Set(people.map((name) => name.trim()))].filter(
    (name) => name.length > 2 && !offices.has(plain(name)),
  );
  const ways = names.flatMap(waysOfWriting).toSorted((a, b) => b.length - a.length);
  if (ways.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${ways.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const TITLES = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady)\\.?';
const TITLE_WORD = /^(?:mr|mrs|ms|miss|mx|dr|cllr|councillor|sir|dame|lord|lady)\.?$/i;

function waysOfWriting(name: string): string[] {
  const whole = name.split(/\s+/).map(escaped).join('\\s+');
  const words = name.split(/\s+/).filter((word) => !TITLE_WORD.test(word));
  const first = words[0];
  const last = words.at(-1);
  // Only what looks like a person's own name has a surname to be found by.
  const isName =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}'’-]*$/u.test(word));
  if (!isName || !first || !last) return [whole];
  const [given, family] = [escaped(first), escaped(last)];
  return [
    whole,
    `${given}\\s+${family}`,
    `${family},\\s+${given}`,
    `${escaped(first.slice(0, 1))}\\.?\\s+${family}`,
    `${TITLES}\\s+${family}`,
  ];
}
