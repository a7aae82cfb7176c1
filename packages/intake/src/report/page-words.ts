import type { PageWords } from '@gt/contracts/words';
import { groupLines } from '../layout/group-lines.ts';
import { splitColumns } from '../layout/split-columns.ts';
import { openPdfText } from './extract-text.ts';

/** What a line takes above and below its baseline, in ems. */
const ABOVE = 0.92;
const BELOW = 0.26;

/** The words of one page, line by line in reading order, each with its place as shares of the page. */
export async function pageWords(data: Uint8Array, number: number): Promise<PageWords> {
  const pdf = await openPdfText(data);
  try {
    if (number > pdf.pageCount) return { ok: false, sentence: `It has only ${pdf.pageCount} pages.` };
    const page = await pdf.page(number);
    const lines = splitColumns(page).flatMap(groupLines);
    return {
      ok: true,
      pages: pdf.pageCount,
      ratio: page.width / page.height,
      lines: lines.flatMap((line) =>
        line.segments.map(({ text, x, right }) => ({
          text: text.replaceAll('\u00AD', '-'),
          left: x / page.width,
          top: 1 - (line.y + ABOVE * line.size) / page.height,
          width: (right - x) / page.width,
          height: ((ABOVE + BELOW) * line.size) / page.height,
        })),
      ),
    };
  } finally {
    await pdf.close();
  }
}
