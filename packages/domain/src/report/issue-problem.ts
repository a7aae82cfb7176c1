import type { ReportContent, ReportEdition, ReportKind } from '@gt/contracts/words';
import { countOf, listWords } from '../wording/index.ts';
import { MOST_PAGES } from './board-report.ts';
import { type Finding, unsettled } from './find-in-words.ts';

export type IssueFacts = {
  kind: ReportKind;
  edition: ReportEdition;
  title: string;
  content: ReportContent;
  /** Of a public edition, as found today. */
  findings: readonly Finding[];
};

/**
 * Why a paper cannot be issued as it is, in a sentence that says how to mend it; null when it can. Asked when the
 * button is pressed and again before the files are made.
 * Example: a public edition that still names somebody → "“Ada Brook” still stands in the words. …".
 */
export function issueProblem({ edition, title, content, findings }: IssueFacts): string | null {
  if (title.trim() === '') return 'The paper has no title. Enter one, then issue it again.';
  const printed = content.sections.filter(({ isIncluded }) => isIncluded);
  const says = printed.filter(({ blocks }) =>
    blocks.some((block) => block.kind === 'TABLE' || block.text.trim() !== ''),
  );
  if (says.length === 0) {
    return 'Every section is empty or left out, so there is nothing to print. Take one in again, then issue it.';
  }
  if (says.some(({ heading }) => heading.trim() === '')) {
    return 'A section has no heading. Enter one, or leave the section out, then issue it again.';
  }
  if (edition === 'INTERNAL') return null;
  const open = unsettled(findings, content.allowed ?? []);
  if (open.length === 0) return null;
  const words = [...new Set(open.map((finding) => finding.words))];
  const stands = words.length === 1 ? 'stands' : 'stand';
  return `${listWords(
    words.map((word) => `“${word}”`),
    5,
  )} still ${stands} in the words. Take ${words.length === 1 ? 'it' : 'each'} out, or say why it may stay, then issue it.`;
}

/** Why a board report of so many pages cannot be issued; null when it can, and for every other paper. */
export function lengthProblem(kind: ReportKind, pages: number): string | null {
  if (kind !== 'BOARD_REPORT' || pages <= MOST_PAGES) return null;
  return `It takes ${countOf(pages, 'page')}, and a board report has ${MOST_PAGES} at most. Shorten its words or leave a section out, then issue it again.`;
}
