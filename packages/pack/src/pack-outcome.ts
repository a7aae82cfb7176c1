import type { OmissionCode, PackContent, PackOmission } from '@gt/contracts/words';
import { countOf, listWords } from '@gt/domain/wording';
import type { WrittenEntry } from './zip/zip-writer.ts';

/** Evidence that made it into the archive, with the path it has there. */
export interface IncludedEvidence {
  ref: string;
  entry: WrittenEntry;
}

/** What each printed part needs beside the content: what really is in the archive, and what is not. */
export interface PackOutcome {
  content: PackContent;
  included: readonly IncludedEvidence[];
  omissions: readonly PackOmission[];
}

const FILE_GONE: readonly OmissionCode[] = ['MISSING_FILE', 'CHANGED_FILE', 'UNREADABLE_FILE'];

/** References of evidence whose file belongs in the pack and could not be given: with any, the pack is partial. */
export function filesGone(omissions: readonly PackOmission[]): string[] {
  return omissions.filter(({ code }) => FILE_GONE.includes(code)).map(({ ref }) => ref);
}

/** "PARTIAL: 2 files that belong in this pack are not in it: E2 and E9."; '' for a whole pack. */
export function partialWords(omissions: readonly PackOmission[]): string {
  const gone = filesGone(omissions);
  if (gone.length === 0) return '';
  const are = gone.length === 1 ? 'belongs in this pack is' : 'belong in this pack are';
  return `PARTIAL: ${countOf(gone.length, 'file')} that ${are} not in it: ${listWords(gone)}.`;
}

/** "3 evidence items in scope: 2 in this pack, 1 left out." */
export function countWords({ included, omissions }: PackOutcome): string {
  const leftOut = omissions.filter(({ what }) => what === 'EVIDENCE').length;
  return `${countOf(included.length + leftOut, 'evidence item')} in scope: ${included.length} in this pack, ${leftOut} left out.`;
}
