import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Piece, passage } from './passage.ts';

/** A page with fewer letters and digits than this has no text of its own. */
const LETTERS_A_PAGE = 3;
const PICTURES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);

/** Text of a PDF, page by page, with its annotations, form fields, properties and attached files. Nothing is drawn. */
export async function* readPdf(data: Uint8Array, limits: { pages: number }): AsyncGenerator<Piece> {
  const task = getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > limits.pages) {
      yield { kind: 'UNREAD', sentence: `It has ${document.numPages} pages; the limit is ${limits.pages}.` };
      return;
    }
    yield* readPages(document);
    yield* readDocument(document);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    yield {
      kind: 'UNREAD',
      sentence: isLocked ? 'It asks for a password.' : 'It is damaged and cannot be read.',
    };
  } finally {
    await task.destroy();
  }
}

async function* readPages(document: PDFDocumentProxy): AsyncGenerator<Piece> {
  const pictures: number[] = [];
  let empty = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    yield passage(`Page ${number}`, text);
    if (text.replace(/[^\p{L}\p{N}]/gu, '').length < LETTERS_A_PAGE) {
      empty += 1;
      if (await hasPicture(page)) pictures.push(number);
    }
    yield* readAnnotations(page, number);
    page.cleanup();
  }
  // An empty page between others is no fault; a file of nothing else was scanned, or drawn.
  if (pictures.length > 0 || empty === document.numPages) {
    yield { kind: 'UNREAD', sentence: `${pictureWords(pictures)} without text, as a scanner makes them.` };
  }
}

function pictureWords(pictures: readonly number[]): string {
  const [first] = pictures;
  if (first === undefined) return 'All its pages are';
  return pictures.length === 1
    ? `Page ${first} is a picture`
    : `${pictures.length} pages, from page ${first} on, are pictures`;
}

async function hasPicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((op) => PICTURES.has(op));
}

type Annotation = {
  contentsObj?: { str?: string };
  titleObj?: { str?: string };
  fieldValue?: unknown;
  url?: string;
};

async function* readAnnotations(page: PDFPageProxy, number: number): AsyncGenerator<Piece> {
  const annotations: Annotation[] = await page.getAnnotations();
  const words = annotations.flatMap(({ contentsObj, titleObj, fieldValue, url }) => [
    contentsObj?.str ?? '',
    titleObj?.str ?? '',
    typeof fieldValue === 'string' ? fieldValue : '',
    url ?? '',
  ]);
  const text = words.filter(Boolean).join('\n');
  if (text === '') return;
  yield passage(`Page ${number}, notes and form fields`, text, true);
  if (annotations.some(({ contentsObj }) => contentsObj?.str))
    yield { kind: 'NOTICE', words: 'Notes on pages' };
}

async function* readDocument(document: PDFDocumentProxy): AsyncGenerator<Piece> {
  const { info, metadata } = await document.getMetadata();
  const words = Object.entries(info)
    .filter(([key]) => !/^(?:PDFFormatVersion|Producer|CreationDate|ModDate|Creator)$/.test(key))
    .flatMap(([, value]) => (typeof value === 'object' && value ? Object.values(value) : [value]))
    .filter((value): value is string => typeof value === 'string');
  const raw = metadata?.getRaw();
  yield passage('Properties of the file', words.join('\n'), true);
  if (typeof raw === 'string') yield passage('Properties of the file', raw.replace(/<[^>]*>/g, '\n'), true);
  const attached = Object.keys((await document.getAttachments()) ?? {});
  if (attached.length > 0) {
    yield {
      kind: 'UNREAD',
      sentence: `It has ${attached.length === 1 ? 'a file' : `${attached.length} files`} attached inside.`,
    };
  }
}
