import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PackOutcome } from '../write-pack.ts';
import { summaryData } from './summary-data.ts';

const WORKSPACE = dirname(fileURLToPath(import.meta.url));
const TEMPLATE = join(WORKSPACE, 'summary.typ');
const FONT_PACKAGE = dirname(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json')),
);
const FONT_FOLDERS = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];
/** A word longer than this gets places where it may break, so that it cannot run off the page. */
const LONG_WORD = /[^\s\u200b]{40}(?=[^\s\u200b]{10})/gu;
/** How Typst names text that no font at hand can print. */
const UNPRINTABLE = /the text `(.+?)` could not be displayed/g;

let compiler: NodeCompiler | undefined;

/**
 * The summary as PDF/UA-1. People's words reach the template as data, never as markup. Typst refuses to
 * export what breaks the standard, so a character without a glyph is printed as [?], and a note says
 * so; the workbook and the index hold every character.
 */
export function renderSummary(outcome: PackOutcome): Uint8Array {
  const { generatedAt } = outcome.content;
  const data = { ...summaryData(outcome), unprintable: false };
  try {
    return compile(data, generatedAt);
  } catch (error) {
    const missing = unprintableCharacters(error);
    if (missing.size === 0)
      throw new Error('The summary could not be made as an accessible PDF.', { cause: error });
    return compile(
      replaceCharacters({ ...data, unprintable: true }, (char) => missing.has(char)),
      generatedAt,
    );
  }
}

function compile(data: object, generatedAt: string): Uint8Array {
  compiler ??= NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontPaths: FONT_FOLDERS.map((folder) => join(FONT_PACKAGE, folder)) }],
  });
  const breakable = JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(LONG_WORD, '$&\u200b') : value,
  );
  try {
    return compiler.pdf(
      { mainFilePath: TEMPLATE, inputs: { data: breakable } },
      { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(generatedAt) / 1000) },
    );
  } finally {
    // The cache holds people's words, and grows with every pack.
    compiler.evictCache(0);
  }
}

function unprintableCharacters(error: unknown): Set<string> {
  const message = error instanceof Error ? error.message : String(error);
  const texts = [...message.matchAll(UNPRINTABLE)].map((match) => match[1] ?? '');
  const characters = texts.flatMap((text) => [...text]);
  return new Set(characters.filter((char) => char > '\u007e'));
}

function replaceCharacters<T extends object>(data: T, isMissing: (char: string) => boolean): T {
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === 'string' ? [...value].map((char) => (isMissing(char) ? '[?]' : char)).join('') : value,
  ) as T;
}
