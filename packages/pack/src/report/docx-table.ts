import type { Rag } from '@gt/contracts/words';
import {
  BorderStyle,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { CANVAS, RULE, textRuns } from './docx-style.ts';
import type { PaperBlock, PaperCell, PaperRag } from './paper-data.ts';

/** Between the margins, in twips. */
export const PAGE_WIDTH = 9_638;
/** A row with more characters than this may go on over the page. */
const LONG = 900;
const INKS: Record<Rag, { shape: string; ink: string; paper: string }> = {
  RED: { shape: '▲', ink: '8F1D17', paper: 'FBE9E7' },
  AMBER: { shape: '◆', ink: '6B4500', paper: 'FFF0D1' },
  GREEN: { shape: '●', ink: '14532D', paper: 'E3F4E8' },
  BLUE: { shape: '■', ink: '1B3F7A', paper: 'E4ECF9' },
  NONE: { shape: '○', ink: '3F4A59', paper: 'EBEEF2' },
};
/** A bar is 120 points wide when its column has the room; a pixel of a document is 0.75 points. */
const PIXELS_A_POINT = 4 / 3;
const CELL_MARGIN = 90;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const line = { style: BorderStyle.SINGLE, size: 4, color: RULE };

type PaperTable = Extract<PaperBlock, { kind: 'TABLE' }>;

/** A table with a marked header row that repeats on each page, and columns of fixed width. */
export function docxTable({ caption, columns, rows }: PaperTable): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0) || 1;
  const widths = columns.map(({ width }) => Math.floor((width / whole) * PAGE_WIDTH));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ header: text }, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: CANVAS },
          children: [
            new Paragraph({ style: 'TableText', keepNext: true, children: textRuns(text, { bold: true }) }),
          ],
        }),
    ),
  });
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 70, bottom: 70, left: CELL_MARGIN, right: CELL_MARGIN },
    borders: {
      top: none,
      left: none,
      right: none,
      insideVertical: none,
      bottom: line,
      insideHorizontal: line,
    },
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [header, ...rows.map((cells) => rowOf(cells, widths, caption))],
  });
}

function rowOf(cells: readonly PaperCell[], widths: readonly number[], caption: string): TableRow {
  const name = `${caption}, ${cells[0]?.text.split('\n')[0] ?? ''}`;
  return new TableRow({
    cantSplit: cells.every(({ text }) => text.length <= LONG),
    children: cells.map(
      (cell, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          children: cellOf(cell, widths[at] ?? 0, name),
        }),
    ),
  });
}

function cellOf({ text, rag, bar }: PaperCell, width: number, name: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  if (bar) {
    const { picture, words } = bar;
    const points = Math.min(picture.width, (width - 2 * CELL_MARGIN) / 20);
    const image = new ImageRun({
      type: 'png',
      data: picture.png(),
      transformation: {
        width: Math.round(points * PIXELS_A_POINT),
        height: Math.round(((points * picture.height) / picture.width) * PIXELS_A_POINT),
      },
      altText: { name, title: name, description: words },
    });
    paragraphs.push(
      new Paragraph({ style: 'TableText', spacing: { before: 30, after: 30 }, children: [image] }),
    );
  }
  if (rag) paragraphs.push(new Paragraph({ style: 'TableText', children: [badge(rag)] }));
  if (text !== '' || paragraphs.length === 0) {
    paragraphs.push(new Paragraph({ style: 'TableText', children: textRuns(text) }));
  }
  return paragraphs;
}

/** Shape, letter and word: never colour alone. */
function badge({ key, letter, word }: PaperRag): TextRun {
  const { shape, ink, paper } = INKS[key];
  const words = key === 'NONE' ? word : `${letter} ${word}`;
  return new TextRun({
    text: `\u00a0${shape} ${words}\u00a0`,
    bold: true,
    color: ink,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: paper },
  });
}
