import {
  RAG_LABELS,
  RAG_LETTERS,
  type Rag,
  type ReportBlock,
  type ReportCell,
  type ReportContent,
} from '@gt/contracts/words';
import { barWords, readWords } from '@gt/domain/report';
import { cleanData } from '../paper/clean-text.ts';
import { type BarPicture, barPicture } from './bar-picture.ts';
import type { ReportHead } from './report-head.ts';

export interface PaperRag {
  key: Rag;
  letter: string;
  word: string;
}
export interface PaperCell {
  text: string;
  rag: PaperRag | null;
  bar: { picture: BarPicture; words: string } | null;
}
export type PaperBlock =
  | { kind: 'PARAGRAPH'; text: string }
  | { kind: 'LIST'; items: string[] }
  /** Somebody else's words. */
  | { kind: 'QUOTE'; text: string }
  | {
      kind: 'TABLE';
      caption: string;
      columns: { header: string; width: number }[];
      rows: PaperCell[][];
      note: string;
    };
export interface PaperData {
  head: ReportHead;
  subtitle: string;
  facts: { label: string; value: string }[];
  sections: { heading: string; blocks: PaperBlock[] }[];
}

/**
 * What both writers print, decided once: included sections with something to say, people's text made fit for paper,
 * wording in paragraphs and lists, colours as letter and word.
 */
export function paperData(content: ReportContent, head: ReportHead): PaperData {
  const { subtitle, facts, sections } = cleanData(content);
  const { logo, ...words } = head;
  const clean = cleanData(words);
  return {
    head: { ...clean, marking: clean.marking.toUpperCase(), ...(logo ? { logo } : {}) },
    subtitle,
    facts: facts.filter(({ value }) => value.trim() !== ''),
    sections: sections
      .filter(({ isIncluded }) => isIncluded)
      .map(({ heading, blocks }) => ({ heading, blocks: blocks.flatMap(blocksOf) }))
      .filter(({ blocks }) => blocks.length > 0),
  };
}

function blocksOf(block: ReportBlock): PaperBlock[] {
  if (block.kind === 'TABLE') {
    const { caption, columns, rows, note } = block;
    if (columns.length === 0) return [];
    const cells = rows.map((row) => columns.map((_, at) => cellOf(row[at] ?? { text: '' })));
    return [{ kind: 'TABLE', caption, columns, rows: cells, note }];
  }
  if (block.isFixed) return block.text.trim() === '' ? [] : [{ kind: 'QUOTE', text: block.text }];
  return readWords(block.text);
}

function cellOf({ text, rag, bar }: ReportCell): PaperCell {
  return {
    text,
    rag: rag ? ragOf(rag) : null,
    bar: bar ? { picture: barPicture(bar), words: barWords(bar) } : null,
  };
}

/** A badge stands in a narrow column, so the longest word is cut to what the board calls it. */
const ragOf = (rag: Rag): PaperRag => ({
  key: rag,
  letter: RAG_LETTERS[rag],
  word: rag === 'BLUE' ? 'Embedded' : RAG_LABELS[rag],
});

/** "Version 2 · Public edition · Issued on 12 March 2026". */
export function headLine({ version, edition, issued }: ReportHead): string {
  return [version, edition, issued].filter(Boolean).join(' · ');
}
