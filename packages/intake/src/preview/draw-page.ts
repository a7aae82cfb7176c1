import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Points of a drawn page: readable on a wide screen, and small enough to send. */
const LARGEST = { width: 1240, height: 1754 } as const;

/** Fonts that a PDF may name without bringing them. */
const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const part = (name: string) => `${join(PACKAGE, name)}/`;

function openPdf(data: Uint8Array) {
  return getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    standardFontDataUrl: part('standard_fonts'),
    cMapUrl: part('cmaps'),
    cMapPacked: true,
  });
}

function failure(error: unknown): { ok: false; sentence: string } {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  const sentence = isLocked
    ? 'It asks for a password, so it cannot be shown. Download it to read it.'
    : 'It is damaged, and cannot be shown. Download it to try another program.';
  return { ok: false, sentence };
}

export type PageCount = { ok: true; pages: number } | { ok: false; sentence: string };

export async function countPages(data: Uint8Array): Promise<PageCount> {
  const task = openPdf(data);
  try {
    return { ok: true, pages: (await task.promise).numPages };
  } catch (error) {
    return failure(error);
  } finally {
    await task.destroy();
  }
}

/** What drawing needs of the canvas that the reader brings along where it runs without a browser. */
type Canvas = { toBuffer(type: 'image/png'): Buffer };
type DrawingContext = NonNullable<Parameters<PDFPageProxy['render']>[0]['canvasContext']>;
type CanvasFactory = {
  create(width: number, height: number): { canvas: Canvas; context: DrawingContext };
};

export type DrawnPage = { ok: true; data: Uint8Array } | { ok: false; sentence: string };

/** One page of a PDF as a PNG. Scripts, forms that fetch, and attachments of the file play no part in it. */
export async function drawPage(data: Uint8Array, number: number): Promise<DrawnPage> {
  const task = openPdf(data);
  try {
    const document = await task.promise;
    if (number > document.numPages) return { ok: false, sentence: `It has only ${document.numPages} pages.` };
    const page = await document.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const scale = Math.min(LARGEST.width / natural.width, LARGEST.height / natural.height);
    const viewport = page.getViewport({ scale });
    const factory = document.canvasFactory as CanvasFactory;
    const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({
      canvas: null,
      canvasContext: context,
      viewport,
    }).promise;
    return { ok: true, data: new Uint8Array(canvas.toBuffer('image/png')) };
  } catch (error) {
    return failure(error);
  } finally {
    await task.destroy();
  }
}
