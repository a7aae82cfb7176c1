import { type CleanPng, cleanPng } from './clean-png.ts';
import { writeReportPdf } from './write-report-pdf.ts';

/**
 * A picture for the head of papers, cleaned, and printed once before it is taken: a logo that cannot be printed would
 * stop every paper after it. Refused in a sentence.
 */
export function checkLogo(bytes: Uint8Array): CleanPng {
  const picture = cleanPng(bytes);
  if (!picture.ok) return picture;
  const head = { title: 'Logo', marking: '', edition: '', version: '', issued: '', organisation: '' };
  try {
    writeReportPdf(
      { formatVersion: 1, subtitle: '', facts: [], sections: [] },
      { ...head, issuedAt: '2026-01-01T00:00:00.000Z', logo: { ...picture, alt: 'Logo' } },
    );
    return picture;
  } catch {
    return {
      ok: false,
      message: 'The picture cannot be printed. Save it as PNG again, then choose it once more.',
    };
  }
}
