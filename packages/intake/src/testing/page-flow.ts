import { A4, type PlacedText, textWidth } from './write-pdf.ts';

const TOP = 770;
const BOTTOM = 120;
const RIGHT = A4.width - 72;

export type FlowText = { x: number; size: number; bold?: boolean; width?: number };

/** Sets text down a page and on to the next, wrapping at the margin, as a word processor would. */
export class PageFlow {
  readonly pages: PlacedText[][] = [[]];
  y = TOP;

  newPage(): void {
    this.pages.push([]);
    this.y = TOP;
  }

  /** Puts one run at a place without moving on. */
  put(text: PlacedText): void {
    this.pages.at(-1)?.push(text);
  }

  space(points: number): void {
    this.y -= points;
  }

  /** A paragraph, wrapped; `mark` hangs before its first line. Returns nothing: the cursor stands below it. */
  paragraph(text: string, style: FlowText, mark?: { text: string; x: number }): void {
    const lines = wrap(text, (style.width ?? RIGHT - style.x) / 1, style);
    for (const [index, line] of lines.entries()) {
      if (this.y < BOTTOM) this.newPage();
      if (index === 0 && mark) this.put({ ...style, x: mark.x, y: this.y, text: mark.text });
      this.put({ x: style.x, y: this.y, size: style.size, bold: style.bold === true, text: line });
      this.y -= style.size * 1.2;
    }
  }
}

/** Breaks at spaces and after hyphens inside words. */
export function wrap(text: string, width: number, style: { size: number; bold?: boolean }): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<= )|(?<=\p{L}-)(?=\p{L})/u)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), style.size, style.bold) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
