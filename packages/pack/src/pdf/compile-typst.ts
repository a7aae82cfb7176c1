import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const WORKSPACE = dirname(fileURLToPath(import.meta.url));
const FONT_PACKAGE = dirname(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json')),
);
const FONT_FOLDERS = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];
/** A word longer than this gets places where it may break, so that it cannot run off the page. */
const LONG_WORD = /[^\s\u200b]{40}(?=[^\s\u200b]{10})/gu;
/** What the shipped font certainly holds: Latin letters and general punctuation without joiners. */
const LATIN = /[\n\t -~\u00a0-\u017f\u2010-\u2026\u20ac]/;
/** How Typst names text that no font at hand can print. */
const UNPRINTABLE = /the text `(.+?)` could not be displayed/g;

let compiler: NodeCompiler | undefined;

export interface PrintedPdf {
  bytes: Uint8Array;
  pages: number;
}

/**
 * Prints plain data by a template of this folder as PDF/UA-1. People's words reach the template as data, never as
 * markup. Typst refuses to export what breaks the standard, so a character without a glyph is printed as [?], and the
 * template is told (`data.unprintable`) so that a note can say so. `what` names the paper if all else fails.
 */
export function compileTypst(
  template: 'summary.typ' | 'report.typ',
  data: object,
  { what, generatedAt }: { what: string; generatedAt: string },
): PrintedPdf {
  const plain = { ...data, unprintable: false };
  const marked = { ...data, unprintable: true };
  const missing = new Set<string>();
  const attempts = [
    () => plain,
    () => replaceCharacters(marked, (char) => missing.has(char)),
    // Scripts whose letters combine are reported piece by piece: then only the Latin script is kept.
    () => replaceCharacters(marked, (char) => !LATIN.test(char)),
  ];
  let failure: unknown;
  for (const attempt of attempts) {
    try {
      return compile(template, attempt(), generatedAt);
    } catch (error) {
      failure = error;
      for (const char of unprintableCharacters(error)) missing.add(char);
      if (missing.size === 0) break;
    }
  }
  throw new Error(`${what} could not be made as an accessible PDF.`, { cause: failure });
}

function compile(template: string, data: object, generatedAt: string): PrintedPdf {
  compiler ??= NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontPaths: FONT_FOLDERS.map((folder) => join(FONT_PACKAGE, folder)) }],
  });
  const breakable = JSON.stringify(data, (key, value: unknown) =>
    typeof value === 'string' && !key.endsWith('Svg') ? value.replace(LONG_WORD, '$&\u200b') : value,
  );
  try {
    const source = { mainFilePath: join(WORKSPACE, template), inputs: { data: breakable } };
    const document = compiler.compile(source).result;
    // Without a document, printing the source throws what is wrong with it.
    const bytes = compiler.pdf(document ?? source, {
      pdfStandard: 'ua-1',
      creationTimestamp: Math.floor(Date.parse(generatedAt) / 1000),
    });
    return { bytes, pages: document?.numOfPages ?? 0 };
  } finally {
    // The cache holds people's words, and grows with every paper.
    compiler.evictCache(0);
  }
}

function unprintableCharacters(error: unknown): string[] {
  const message = error instanceof Error ? error.message : String(error);
  const texts = [...message.matchAll(UNPRINTABLE)].map((match) =>
    (match[1] ?? '').replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  );
  return texts.flatMap((text) => [...text]).filter((char) => char > '\u007e');
}

function replaceCharacters<T extends object>(data: T, isMissing: (char: string) => boolean): T {
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === 'string' ? [...value].map((char) => (isMissing(char) ? '[?]' : char)).join('') : value,
  ) as T;
}
