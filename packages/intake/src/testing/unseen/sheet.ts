import { wrap } from '../page-flow.ts';
import { A4, type PlacedText, textWidth, writePdf } from '../write-pdf.ts';
import type { Chance } from './chance.ts';
import type { Furniture, Mark, Paper, Style } from './paper.ts';

export type Setting = {
  left: number;
  right: number;
  bottom: number;
  /** How a word that does not fit is broken. */
  breaks: 'none' | 'soft' | 'hard';
  columns: 1 | 2;
};

const TOP = 765;
const GUTTER = 26;
const BODY = 12;

/** Sets words down pages in one or two columns, with whatever each page carries at its head and foot. */
export class Sheet implements Paper {
  private readonly pages: PlacedText[][] = [[]];
  private y = TOP;
  private column = 0;
  private columns: 1 | 2 = 1;
  private top = TOP;
  private readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  private get left(): number {
    return this.setting.left + this.column * (this.width + GUTTER);
  }

  private get width(): number {
    const whole = A4.width - this.setting.left - this.setting.right;
    return this.columns === 1 ? whole : (whole - GUTTER) / 2;
  }

  newPage(): void {
    this.pages.push([]);
    this.column = 0;
    this.top = TOP;
    this.y = TOP;
  }

  /** From here down the page, and on those after it, text runs in as many columns as the setting says. */
  beginColumns(): void {
    this.columns = this.setting.columns;
    this.top = this.y;
  }

  endColumns(): void {
    if (this.columns === 1) return;
    this.columns = 1;
    this.newPage();
  }

  keep(points: number): void {
    if (this.y < points) this.newPage();
  }

  lower(points: number): void {
    this.y = Math.min(this.y, points);
  }

  tableHead(left: string, right: string): void {
    this.put({ x: this.left, y: this.y, size: BODY, bold: true, text: left });
    this.text(right, { size: BODY, bold: true, indent: 320 });
  }

  row(left: string, right: string, { indent, isCentred }: { indent: number; isCentred: boolean }): void {
    this.space(14);
    const top = this.y;
    this.text(left, { size: BODY, width: 270, indent });
    const bottom = this.y;
    this.y = top - (isCentred && right.length < 24 ? (top - bottom - 14.4) / 2 : 0);
    this.text(right, { size: BODY, width: 125, indent: 320 });
    this.y = Math.min(this.y, bottom);
  }

  beside(left: readonly string[], right: readonly string[]): void {
    const top = this.y;
    for (const line of left) this.text(line, { size: 9 });
    this.y = top;
    for (const line of right) this.text(line, { size: 9, indent: 300 });
  }

  contentsLine(words: string): void {
    this.space(8);
    this.put({ x: 500, y: this.y, size: 14, text: String(this.pages.length) });
    this.text(words, { size: 14, width: 380 });
  }

  notedHeading(words: string, size: number): void {
    const x = this.left + textWidth(words, size, true);
    this.put({ x, y: this.y + 5, size: 8, bold: true, text: '1' });
    this.text(words, { size, bold: true });
  }

  furnish({ pageNumberSize, foot, runningHead, footnote }: Furniture): void {
    const { left } = this.setting;
    for (const [index, page] of this.pages.entries()) {
      page.push({ x: 512, y: 30, size: pageNumberSize, text: String(index + 1) });
      if (footnote && index === 1) {
        page.push({ x: left, y: 86, size: 6, text: '1' });
        page.push({ x: left + 6, y: 82, size: 9, text: footnote });
      }
      if (index === 0) continue;
      if (runningHead) page.push({ x: left, y: A4.height - 40, size: 9, text: runningHead });
      if (!foot) continue;
      page.push({ x: left, y: 40, size: 8, text: foot[0] });
      page.push({ x: left, y: 30, size: 8, text: foot[1] });
    }
  }

  private put(text: PlacedText): void {
    this.pages.at(-1)?.push(text);
  }

  space(points: number): void {
    this.y -= points;
  }

  text(words: string, style: Style, mark?: Mark): void {
    const indent = style.indent ?? 0;
    const width = style.width ?? this.width - indent;
    const lines = this.broken(wrap(words, width, style), width, style);
    for (const [index, line] of lines.entries()) {
      if (this.y < this.setting.bottom) this.turn();
      const hangs = style.hang !== false || index === 0;
      const x = this.left + (hangs ? indent : (mark?.x ?? indent));
      const base = { y: this.y, size: style.size, bold: style.bold === true };
      if (index === 0 && mark?.inOneRun)
        this.put({ ...base, x: this.left + mark.x, text: `${mark.text} ${line}` });
      else {
        if (index === 0 && mark)
          this.put({
            ...base,
            x: this.left + mark.x,
            text: mark.text,
            ...(mark.signs ? { signs: mark.signs } : {}),
          });
        this.put({ ...base, x, text: line });
      }
      this.y -= style.size * 1.2;
    }
  }

  /** Breaks a long word at a line's end now and then, as a writer that hyphenates does. */
  private broken(lines: string[], width: number, style: { size: number; bold?: boolean }): string[] {
    if (this.setting.breaks === 'none') return lines;
    const sign = this.setting.breaks === 'soft' ? '\u00AD' : '-';
    const made = [...lines];
    for (let at = 0; at + 1 < made.length; at += 1) {
      const [line = '', next = ''] = made.slice(at, at + 2);
      const word = /^(\p{Ll}{4})(\p{Ll}{4,})(?=[ ,.])/u.exec(next);
      if (!word || /[-\u2010]$/.test(line)) continue;
      const head = `${line} ${word[1]}${sign}`;
      if (textWidth(head, style.size, style.bold) > width) continue;
      made[at] = head;
      made[at + 1] = next.slice(4);
    }
    return made;
  }

  private turn(): void {
    if (this.column + 1 < this.columns) {
      this.column += 1;
      this.y = this.top;
    } else this.newPage();
  }

  /** The file: runs in the order set, or in no order at all, as some writers leave them. */
  write(options: { turned: boolean; shuffled: Chance | null }): Uint8Array {
    const { shuffled } = options;
    const pages = shuffled ? this.pages.map((page) => shuffled.shuffle(page)) : this.pages;
    return writePdf(pages, { turned: options.turned });
  }
}
