import type { PageText, TextRun } from '../layout/text-run.ts';
import { textWidth } from './write-pdf.ts';

/** One line of a page laid out by hand: cells as [x, text]. */
export type LaidLine = {
  cells: [x: number, text: string][];
  size?: number;
  font?: string;
  /** Distance to the line above in ems; 1.2 runs on, 2 begins a new paragraph. */
  gap?: number;
};

/** Pages of text with positions, as a PDF would give them, from lines written by hand. */
export function layOut(...pages: LaidLine[][]): PageText[] {
  return pages.map((lines, index) => {
    let y = 750;
    const runs: TextRun[] = [];
    for (const { cells, size = 12, font = 'body', gap = 1.2 } of lines) {
      y -= gap * size;
      for (const [x, text] of cells) runs.push({ text, x, y, size, font, width: textWidth(text, size) });
    }
    return { number: index + 1, width: 595, height: 842, runs };
  });
}
