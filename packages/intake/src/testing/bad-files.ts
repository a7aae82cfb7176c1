import { PageFlow } from './page-flow.ts';
import { writePdf } from './write-pdf.ts';

/** A PDF whose password nobody knows. */
export function encryptedPdf(): Uint8Array {
  return writePdf([[{ x: 72, y: 700, size: 12, text: 'Inspection of children’s social care services' }]], {
    encrypted: true,
  });
}

/** A PDF of pages without any text, as a scanner makes it. */
export function scannedPdf(pages = 3): Uint8Array {
  return writePdf(Array.from({ length: pages }, () => []));
}

/** A PDF with this many short pages. */
export function longPdf(pages = 600): Uint8Array {
  return writePdf(
    Array.from({ length: pages }, (_, index) => [
      { x: 72, y: 700, size: 12, text: `Page ${index + 1} of a long file` },
    ]),
  );
}

/** A sound PDF that is no inspection report: minutes of a meeting which speaks of one. */
export function ordinaryPdf(): Uint8Array {
  const flow = new PageFlow();
  flow.paragraph('Minutes of the weekly improvement meeting', { x: 72, size: 18, bold: true });
  flow.space(12);
  for (let round = 1; round <= 12; round += 1) {
    const text = `${round}. The programme lead went through the actions that are due. The inspection of the service found good practice, and what needs to improve was noted for the next meeting.`;
    flow.paragraph(text, { x: 72, size: 12 });
    flow.space(8);
  }
  return writePdf(flow.pages);
}

/** A file of no bytes. */
export function emptyFile(): Uint8Array {
  return new Uint8Array();
}

/** The first half of a sound PDF: a download that broke off. */
export function cutOff(pdf: Uint8Array): Uint8Array {
  return pdf.slice(0, Math.floor(pdf.length / 2));
}

/** A file with a PDF's signature and nothing that a PDF needs. */
export function damagedPdf(): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n${'no objects here '.repeat(40)}`);
}
