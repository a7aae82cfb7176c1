import type { ReportColumn, ReportSection } from '@gt/contracts/words';
import type { BoardAction, BoardFacts } from './board-facts.ts';
import { clip } from './read-words.ts';

/** How much a section may say: rows of a table or items of a list, and characters of a person's words. */
export type Room = { rows: number; words: number };

const TITLE = 90;

export const words = (key: string, text: string, isInternal = false) =>
  ({ kind: 'WORDS', key, text, written: text, isInternal }) as const;
export const column = (header: string, width: number, isInternal = false): ReportColumn => ({
  header,
  width,
  isInternal,
});
export const section = (key: string, heading: string, blocks: ReportSection['blocks']): ReportSection => ({
  key,
  heading,
  isIncluded: true,
  blocks,
});
export const named = ({ reference, title }: Pick<BoardAction, 'reference' | 'title'>) =>
  `${reference} ${clip(title, TITLE)}`;
export const more = (all: number, shown: number) =>
  all > shown ? `And ${all - shown} more, see the plan.` : '';
export const live = ({ actions }: BoardFacts) => actions.filter(({ status }) => status !== 'CANCELLED');
