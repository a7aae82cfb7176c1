import type { ScreeningOutcome } from './tuples.ts';

/** What may identify a child, a family or somebody else, and must not be in a plan or its evidence. */
export const FINDING_KINDS = [
  'NHS_NUMBER',
  'UPN',
  'NI_NUMBER',
  'DATE_OF_BIRTH',
  'NAME_AND_AGE',
  'CASE_NUMBER',
  'POSTCODE',
  'PHONE',
  'EMAIL',
  'LOCATION',
  'SMALL_COUNT',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** LIKELY is to be removed or justified; POSSIBLE is to be looked at. */
export const FINDING_LEVELS = ['LIKELY', 'POSSIBLE'] as const;
export type FindingLevel = (typeof FINDING_LEVELS)[number];

export const FINDING_KIND_LABELS: Record<FindingKind, string> = {
  NHS_NUMBER: 'NHS number',
  UPN: 'Unique pupil number',
  NI_NUMBER: 'National Insurance number',
  DATE_OF_BIRTH: 'Date of birth',
  NAME_AND_AGE: 'Name or initials with an age',
  CASE_NUMBER: 'Case number',
  POSTCODE: 'Postcode',
  PHONE: 'Telephone number',
  EMAIL: 'E-mail address',
  LOCATION: 'Place where a picture was taken',
  SMALL_COUNT: 'Count of 1 to 5',
};

/** One thing that was found in a file, told without giving it away. */
export interface FileFinding {
  kind: FindingKind;
  level: FindingLevel;
  masked: string;
  why: string;
  /** "Page 3", "Sheet “Data”, cell B7", "File name". */
  place: string;
  /** Where a reader of the file does not see it: a hidden sheet, a tracked change, the properties. */
  isHidden: boolean;
}

/** What screening says of a file. "Nothing found" is said only of a file that was read to its end. */
export interface ScreeningResult {
  outcome: ScreeningOutcome;
  /** The first of them, the likely ones before the possible ones; `total` counts all. */
  findings: FileFinding[];
  total: number;
  /** Of all of them, how many are likely. */
  likely: number;
  /** What a reader may not know of, or a person has to look at: "2 hidden sheets", "3 pictures". */
  notices: string[];
  /** What could not be read, a sentence each. */
  unread: string[];
}

/**
 * How one file stands after screening. It may leave the product (in a pack) when nothing was found, when only what
 * may be harmless was found, or when a verifier allowed it.
 */
export const SCREENING_STANDINGS = [
  'NOT_SCREENED',
  'NOTHING_FOUND',
  'POSSIBLE',
  'TO_SETTLE',
  'JUSTIFIED',
  'ALLOWED',
  'REFUSED',
] as const;
export type ScreeningStanding = (typeof SCREENING_STANDINGS)[number];

export const SCREENING_STANDING_LABELS: Record<ScreeningStanding, string> = {
  NOT_SCREENED: 'Not screened yet',
  NOTHING_FOUND: 'Nothing found',
  POSSIBLE: 'To be looked at',
  TO_SETTLE: 'To be settled',
  JUSTIFIED: 'Justified: waits for a verifier',
  ALLOWED: 'Allowed by a verifier',
  REFUSED: 'Refused: to be replaced',
};

/** Said wherever the outcome of screening is: it looks for people, not for malicious software. */
export const NOT_SCANNED_FOR_VIRUSES = 'Not scanned for viruses.';
