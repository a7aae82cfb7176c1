import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Furniture, Mark, Paper, Style } from './paper.ts';

const WORKSPACE = dirname(fileURLToPath(import.meta.url));
const FONT_PACKAGE = dirname(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json')),
);
const FONT_FOLDERS = ['400Regular', '700Bold'];
/** A sign of a font of signs, as a font of letters has it. */
const SIGN = '\u2022';

let compiler: NodeCompiler | undefined;

type Row = { left: string; right: string; indent: number };
type Block =
  | { kind: 'space' | 'lower'; points: number }
  | { kind: 'newPage' }
  | {
      kind: 'text';
      words: string;
      size: number;
      bold: boolean;
      indent: number;
      width: number | null;
      hang: boolean;
      mark: { text: string; x: number; inOneRun: boolean } | null;
    }
  | { kind: 'table'; head: [string, string] | null; rows: Row[]; isCentred: boolean }
  | { kind: 'beside'; left: readonly string[]; right: readonly string[] }
  | { kind: 'contents'; words: string }
  | { kind: 'noted'; words: string; size: number }
  | { kind: 'columns'; blocks: Block[] };

/** How this writer sets words, beyond what every writer is told. */
export type Look = {
  left: number;
  right: number;
  columns: 1 | 2;
  justify: boolean;
  ligatures: boolean;
  /** Between lines, in ems. */
  leading: number;
  /** How thick the rules of tables are, in points. */
  rules: number;
  fonts: readonly string[];
};

/**
 * Sets a report with a typesetter that is not ours: fonts embedded in part, two bytes a letter, kerning inside words,
 * tags, real tables, its own breaking of lines and words.
 */
export class TypstPaper implements Paper {
  private readonly look: Look;
  private readonly blocks: Block[] = [];
  private columns: Block[] | null = null;
  private furniture: Furniture = { pageNumberSize: 16, foot: null, runningHead: null, footnote: null };

  constructor(look: Look) {
    this.look = look;
  }

  text(words: string, style: Style, mark?: Mark): void {
    this.add({
      kind: 'text',
      words,
      size: style.size,
      bold: style.bold === true,
      indent: style.indent ?? 0,
      width: style.width ?? null,
      hang: style.hang !== false,
      mark: mark
        ? { text: mark.signs ? SIGN : mark.text, x: mark.x, inOneRun: mark.inOneRun === true }
        : null,
    });
  }

  space(points: number): void {
    this.add({ kind: 'space', points });
  }

  newPage(): void {
    this.add({ kind: 'newPage' });
  }

  /** This typesetter keeps headings with what follows. */
  keep(): void {}

  lower(points: number): void {
    this.add({ kind: 'lower', points });
  }

  tableHead(left: string, right: string): void {
    this.add({ kind: 'table', head: [left, right], rows: [], isCentred: false });
  }

  row(left: string, right: string, { indent, isCentred }: { indent: number; isCentred: boolean }): void {
    let table = this.blocks.at(-1);
    if (table?.kind !== 'table') {
      table = { kind: 'table', head: null, rows: [], isCentred };
      this.blocks.push(table);
    }
    table.isCentred = isCentred;
    table.rows.push({ left, right, indent });
  }

  beside(left: readonly string[], right: readonly string[]): void {
    this.add({ kind: 'beside', left, right });
  }

  contentsLine(words: string): void {
    this.add({ kind: 'contents', words });
  }

  notedHeading(words: string, size: number): void {
    this.add({ kind: 'noted', words, size });
  }

  beginColumns(): void {
    if (this.look.columns === 2) this.columns = [];
  }

  endColumns(): void {
    if (this.columns) this.blocks.push({ kind: 'columns', blocks: this.columns });
    this.columns = null;
  }

  furnish(furniture: Furniture): void {
    this.furniture = furniture;
  }

  write(): Uint8Array {
    compiler ??= NodeCompiler.create({
      workspace: WORKSPACE,
      fontArgs: [{ fontPaths: FONT_FOLDERS.map((folder) => join(FONT_PACKAGE, folder)) }],
    });
    const data = { look: this.look, furniture: this.furniture, blocks: this.blocks };
    const source = {
      mainFilePath: join(WORKSPACE, 'report.typ'),
      inputs: { data: JSON.stringify(data) },
    };
    try {
      // Without a document, printing the source throws what is wrong with it.
      return new Uint8Array(
        compiler.pdf(compiler.compile(source).result ?? source, { creationTimestamp: 0 }),
      );
    } finally {
      compiler.evictCache(0);
    }
  }

  private add(block: Block): void {
    (this.columns ?? this.blocks).push(block);
  }
}
