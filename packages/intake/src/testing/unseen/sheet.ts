import { wrap } from '../page-flow.ts';
import { A4, type PlacedText, textWidth, writePdf } from '../write-pdf.ts';
import type { Chance } from './chance.ts';

export type Mark = { text: string; signs?: PlacedText['signs']; x: number; inOneRun?: boolean };
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

/** Sets words down pages in one or two columns, with whatever each page carries at its head and foot. */
export class Sheet {
  readonly pages: PlacedText[][] = [[]];
  y = TOP;
  private column = 0;
  private columns: 1 | 2 = 1;
  private top = TOP;
  readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  get left(): number {
    return this.setting.left + this.column * (this.width + GUTTER);
  }

  get width(): number {
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

  put(text: PlacedText): void {
    this.pages.at(-1)?.push(text);
  }

  space(points: number): void {
    this.y -= points;
  }

  text(
    words: string,
    style: {
      size: number;
      bold?: boolean;
      indent?: number;
      width?: number;
      leading?: number;
      hang?: boolean;
    },
    mark?: Mark,
  ): void {
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
      this.y -= style.size * (style.leading ?? 1.2);
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
  write(options: { turned?: boolean; shuffled?: Chance | null }): Uint8Array {
    const { shuffled } = options;
    const pages = shuffled ? this.pages.map((page) => shuffled.shuffle(page)) : this.pages;
    return writePdf(pages, { turned: options.turned === true });
  }
}
