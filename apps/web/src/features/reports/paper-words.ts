import {
  type ApprovalBody,
  formatDate,
  REPORT_EDITION_LABELS,
  REPORT_KIND_LABELS,
} from '@gt/contracts/words';
import { MOST_PAGES } from '@gt/domain/report';
import { countOf, listWords } from '@gt/domain/wording';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import type { Report, ReportRow, SnapshotChoice } from './queries.ts';

type Numbered = Pick<ReportRow, 'kind' | 'number'>;
type Versioned = Pick<ReportRow, 'versionNumber' | 'edition'>;

/** "Board report 3". */
export const paperName = ({ kind, number }: Numbered) => `${REPORT_KIND_LABELS[kind]} ${number}`;

/** "Version 2"; "Version 2, public edition". */
export function versionName({ versionNumber, edition }: Versioned): string {
  const public_ = edition === 'PUBLIC' ? `, ${REPORT_EDITION_LABELS.PUBLIC.toLowerCase()}` : '';
  return `Version ${versionNumber}${public_}`;
}

/** One paper with all its versions and editions, newest first. */
export type Paper = { key: string; name: string; newest: ReportRow; others: ReportRow[] };

/** Newest version first; within one version the full edition before the public one. */
export const newestFirst = (a: Versioned, b: Versioned) =>
  b.versionNumber - a.versionNumber || Number(a.edition === 'PUBLIC') - Number(b.edition === 'PUBLIC');

/** Rows of one kind as papers, newest paper first. */
export function papersOf(rows: readonly ReportRow[], kind: ReportRow['kind']): Paper[] {
  const byNumber = new Map<number, ReportRow[]>();
  for (const row of rows) {
    if (row.kind === kind) byNumber.set(row.number, [...(byNumber.get(row.number) ?? []), row]);
  }
  return [...byNumber.values()]
    .flatMap((versions) => {
      const [newest, ...others] = versions.toSorted(newestFirst);
      return newest ? [{ key: `${kind} ${newest.number}`, name: paperName(newest), newest, others }] : [];
    })
    .toSorted((a, b) => b.newest.number - a.newest.number);
}

type Standing = Pick<
  ReportRow,
  'state' | 'createdBy' | 'changedAt' | 'issuedBy' | 'issuedAt' | 'submittedOn'
>;

/** What became of a version, and by whom: "Issued on 12 March 2026 by Programme Lead". */
export function standingWords(row: Standing): string {
  const { state, createdBy, changedAt, issuedBy, issuedAt, submittedOn } = row;
  const by = (person: { name: string } | null) => (person ? ` by ${person.name}` : '');
  if (state === 'ISSUED' && issuedAt) {
    const submitted = submittedOn ? `, submitted on ${formatDate(submittedOn)}` : '';
    return `Issued on ${dayInWords(issuedAt)}${by(issuedBy)}${submitted}`;
  }
  if (state === 'ISSUING') return 'Its files are being made';
  const begun = createdBy ? `Begun${by(createdBy)}, last` : 'Last';
  return `${begun} changed on ${dayInWords(changedAt)} at ${timeInWords(changedAt)}`;
}

/** "Snapshot 12, as at 12 March 2026 (review 9)". */
export function snapshotWords({
  number,
  asAt,
  reviewNumber,
}: Pick<SnapshotChoice, 'number' | 'asAt'> & { reviewNumber?: number | null }): string {
  const review = reviewNumber ? ` (review ${reviewNumber})` : '';
  return `Snapshot ${number}, as at ${formatDate(asAt)}${review}`;
}

/** "About 3 pages"; of a board report also how many it may take. */
export function pagesWords(pages: number, kind: Report['kind']): { words: string; isTooLong: boolean } {
  const words = `About ${countOf(pages, 'page')}`;
  if (kind !== 'BOARD_REPORT') return { words, isTooLong: false };
  const isTooLong = pages > MOST_PAGES;
  return {
    words: isTooLong ? `${words}, and a board reads ${MOST_PAGES}` : `${words} of ${MOST_PAGES}`,
    isTooLong,
  };
}

/** How many of the things that were found in a public edition still wait for somebody. */
export function waitingWords(findings: readonly { why: string }[]): string {
  const waiting = findings.filter(({ why }) => why.trim() === '').length;
  if (findings.length === 0) return 'No name and no small number was found in the words.';
  if (waiting === 0) return 'Everything that was found has a reason to stay.';
  return `${countOf(waiting, 'thing')} that ${waiting === 1 ? 'was' : 'were'} found ${waiting === 1 ? 'has' : 'have'} to go, or to be given a reason to stay.`;
}

/** Said when a section was moved: "Exceptions is now section 2 of 9." */
export const placeWords = (heading: string, place: number, count: number) =>
  `${heading} is now section ${place} of ${count}.`;

/** Before a public edition is made: what will wait in its draft. */
export function countedFindings(count: number): string {
  if (count === 0)
    return 'No name and no small number was found in the remaining words. You read the draft before it is issued.';
  return `In the remaining words ${countOf(count, 'name or small number', 'names or small numbers')} ${count === 1 ? 'was' : 'were'} found. In the draft each is taken out, or given a reason to stay, before it is issued.`;
}

const BODIES: Record<ApprovalBody, string> = { COUNCIL: 'the council', TRUST: 'the trust' };

/** "It can be submitted without the approval of the council, with a reason that is kept." */
export const missingWords = (missing: readonly ApprovalBody[]) =>
  `It can be submitted without the approval of ${listWords(missing.map((body) => BODIES[body]))}, with a reason that is kept.`;
