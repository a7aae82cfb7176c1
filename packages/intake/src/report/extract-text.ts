import { getDocument, Util, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageText, TextRun } from '../layout/text-run.ts';

export type PdfText = {
  pageCount: number;
  /** Text of one page, number from 1. Nothing is drawn and no script is run. */
  page(number: number): Promise<PageText>;
  close(): Promise<void>;
};

/**
 * Opens a PDF for its text and positions only. Rejects with pdf.js's own errors: PasswordException when it is
 * encrypted, InvalidPDFException when it is damaged.
 */
export async function openPdfText(data: Uint8Array): Promise<PdfText> {
  const task = getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  const document = await task.promise;
  return {
    pageCount: document.numPages,
    close: () => task.destroy(),
    async page(number) {
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 });
      const content = await page.getTextContent();
      page.cleanup();
      const runs = content.items.flatMap((item) => ('str' in item ? toRuns(item, view) : []));
      return { number, width: view.width, height: view.height, runs };
    },
  };
}

type Item = { str: string; transform: unknown[]; width: number; fontName: string };

/** None for text that does not run level on the page as it is shown (a stamp across it); the page may be turned. */
function toRuns(item: Item, view: { transform: number[]; height: number }): TextRun[] {
  const [, slant = 0, c = 0, d = 0, x = 0, down = 0] = Util.transform(
    view.transform,
    item.transform.map(Number),
  );
  const size = Math.hypot(c, d);
  if (Math.abs(slant) > 0.1 * size) return [];
  const run = {
    text: item.str,
    x,
    y: view.height - down,
    width: item.width,
    // Word writes 13.92 for 14: a tenth of a point is finer than any difference that carries meaning.
    size: Math.round(size * 10) / 10,
    font: item.fontName,
  };
  return [run];
}
