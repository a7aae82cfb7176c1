import type { PlacedText } from '../write-pdf.ts';
import type { Chance } from './chance.ts';

export type Mark = { text: string; signs?: PlacedText['signs']; x: number; inOneRun?: boolean };

/** Sizes and places in points; `indent` from the left margin, `width` from there. */
export type Style = {
  size: number;
  bold?: boolean;
  indent?: number;
  width?: number;
  /** Whether the lines after the first begin where the first does, rather than under its mark. */
  hang?: boolean;
};

/** What stands on pages and is no part of the report's words. */
export type Furniture = {
  pageNumberSize: number;
  /** Two small lines at the foot of every page but the first. */
  foot: readonly [string, string] | null;
  runningHead: string | null;
  /** Under the words of the second page. */
  footnote: string | null;
};

/** Something that a report can be set on. The writers differ in everything that a reader must not depend on. */
export interface Paper {
  text(words: string, style: Style, mark?: Mark): void;
  space(points: number): void;
  newPage(): void;
  /** A new page, unless so many points of this one are left. */
  keep(points: number): void;
  /** Goes down to so many points from the foot, if it is not there yet. */
  lower(points: number): void;
  /** One row of a table of two columns. */
  row(left: string, right: string, style: { indent: number; isCentred: boolean }): void;
  /** The head of such a table. */
  tableHead(left: string, right: string): void;
  /** Lines at the left margin, and others beside them. */
  beside(left: readonly string[], right: readonly string[]): void;
  /** A line of a table of contents. */
  contentsLine(words: string): void;
  /** A heading that a small raised number follows. */
  notedHeading(words: string, size: number): void;
  beginColumns(): void;
  endColumns(): void;
  furnish(furniture: Furniture): void;
  write(options: { turned: boolean; shuffled: Chance | null }): Uint8Array;
}
