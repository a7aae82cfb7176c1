import type { IsoDate } from '@gt/contracts/words';
import { findEmails, findPhones } from './contact.ts';
import { findBirthDateInCell, findBirthDates, isBirthHeading } from './date-of-birth.ts';
import { type Finding, findAll } from './finding.ts';
import { findInsuranceNumbers } from './insurance-number.ts';
import { findNhsNumbers } from './nhs-number.ts';
import { findNamesWithAges, findSmallCounts } from './people-in-words.ts';
import { findPostcodes, plainPostcode } from './postcode.ts';
import { findPupilNumbers } from './pupil-number.ts';

export type ScreeningOptions = {
  today: IsoDate;
  /** Postcodes of the trust's own buildings, and domains of its own addresses. */
  offices?: readonly string[];
  ownDomains?: readonly string[];
  /** How the trust's case numbers look: letters stand for themselves, # for a digit, such as "CS-#######". */
  caseNumber?: string;
};

/**
 * Everything in a text that may identify somebody, in the order of the text. Where two rules found the same words the
 * first of them, the more telling one, is kept. Takes time in proportion to the length of the text.
 * Source: child-level data never belongs in a plan or in its pack.
 */
export function screenText(text: string, options: ScreeningOptions): Finding[] {
  const offices = new Set((options.offices ?? []).map(plainPostcode));
  const ownDomains = new Set((options.ownDomains ?? []).map((domain) => domain.toLowerCase()));
  return withoutOverlaps([
    ...findNhsNumbers(text),
    ...findPupilNumbers(text),
    ...findInsuranceNumbers(text),
    ...findBirthDates(text, options.today),
    ...findNamesWithAges(text),
    ...findCaseNumbers(text, options.caseNumber),
    ...findPostcodes(text, offices),
    ...findPhones(text),
    ...findEmails(text, ownDomains),
    ...findSmallCounts(text),
  ]);
}

/** As `screenText`, for a cell of a table under its heading: a column of dates of birth needs no keyword. */
export function screenCell(heading: string, cell: string, options: ScreeningOptions): Finding[] {
  const born = isBirthHeading(heading) ? findBirthDateInCell(cell, options.today) : [];
  return born.length > 0 ? born : screenText(cell, options);
}

/** The numbers of the trust's own case system; none when no pattern is set. */
function findCaseNumbers(text: string, shape: string | undefined): Finding[] {
  if (!shape?.includes('#')) return [];
  const literal = shape.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll('#', '\\d');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
  return findAll(text, pattern, () => ({
    kind: 'CASE_NUMBER',
    level: 'LIKELY',
    why: 'Has the form of a number in the case system',
  }));
}

function withoutOverlaps(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const inOrder = found
    .map((finding, rank) => ({ finding, rank }))
    .sort((one, other) => one.finding.at - other.finding.at || one.rank - other.rank);
  let end = -1;
  let endRank = 0;
  for (const { finding, rank } of inOrder) {
    const overlaps = finding.at < end;
    if (overlaps && rank > endRank) continue;
    if (overlaps) kept.pop();
    kept.push(finding);
    end = finding.at + finding.length;
    endRank = rank;
  }
  return kept;
}
