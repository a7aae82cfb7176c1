import { type FilePreview, PREVIEW_BOUNDS } from '@gt/contracts/words';
import type { Piece } from '../screening/passage.ts';
import { openArchive } from '../screening/read-archive.ts';
import { decodeText, separatorOf } from '../screening/read-plain.ts';
import { readSlides } from '../screening/read-slides.ts';
import { readWord } from '../screening/read-word.ts';
import { csvRows } from './csv-rows.ts';
import { flatWorkbook } from './flat-workbook.ts';
import { plainPicture } from './plain-picture.ts';

export type BytesToPreview = { mediaType: string; data: Uint8Array };

const none = (sentence: string): FilePreview => ({ kind: 'NONE', sentence });

/**
 * What a file shows, as words and tables. Runs inside the reading process. The kind of file is the one that was
 * found when it was uploaded, by its ending and its content.
 */
export async function previewBytes({ mediaType, data }: BytesToPreview): Promise<FilePreview> {
  if (mediaType === 'application/pdf') return pdfPages(data);
  if (mediaType === 'image/png' || mediaType === 'image/jpeg') return picture(data);
  if (mediaType === 'text/csv') return csvTable(data);
  if (mediaType === 'text/plain') return textOf([{ heading: '', text: decodeText(data) }], []);
  return officeFile(data);
}

async function pdfPages(data: Uint8Array): Promise<FilePreview> {
  // The PDF reader takes longer to load than a picture or a note to read.
  const { countPages } = await import('./draw-page.ts');
  const counted = await countPages(data);
  if (!counted.ok) return none(counted.sentence);
  const { pages } = counted;
  if (pages > PREVIEW_BOUNDS.pages) {
    return none(
      `It has ${pages} pages; up to ${PREVIEW_BOUNDS.pages} are shown in a page. Download it to read it.`,
    );
  }
  return { kind: 'PAGES', pages, notes: [] };
}

function picture(data: Uint8Array): FilePreview {
  const plain = plainPicture(data);
  if (!plain.ok) return none(plain.sentence);
  return { kind: 'PICTURE', width: plain.width, height: plain.height, notes: [] };
}

async function officeFile(data: Uint8Array): Promise<FilePreview> {
  const opened = await openArchive(data);
  if (!opened.ok) return none(opened.sentence);
  const { archive } = opened;
  if (archive.names.includes('xl/workbook.xml')) return { kind: 'TABLES', ...(await flatWorkbook(archive)) };
  if (archive.names.includes('word/document.xml'))
    return wordsOf(readWord(archive), /^(?:Text|Footnotes|Endnotes)$/);
  if (archive.names.includes('ppt/presentation.xml')) return wordsOf(readSlides(archive), /^Slide \d+$/);
  return none('What kind of file it is, is not known.');
}

/** The words that a reader of the file sees; of what is hidden only that it is there. */
async function wordsOf(pieces: AsyncIterable<Piece>, shown: RegExp): Promise<FilePreview> {
  const parts: { heading: string; text: string }[] = [];
  const notes = new Set<string>();
  for await (const piece of pieces) {
    if (piece.kind === 'NOTICE') notes.add(`Not shown here: ${piece.words.toLowerCase()}.`);
    if (piece.kind !== 'PASSAGE' || piece.isHidden || !shown.test(piece.place)) continue;
    const text = piece.text.replace(/[ \t]*\n(?:[ \t]*\n)+/g, '\n\n').trim();
    if (text !== '') parts.push({ heading: piece.place === 'Text' ? '' : piece.place, text });
  }
  parts.sort((one, other) => slideOf(one.heading) - slideOf(other.heading));
  return parts.length === 0 ? none('It has no words to show.') : textOf(parts, [...notes]);
}

const slideOf = (heading: string) => Number(/^Slide (\d+)$/.exec(heading)?.[1] ?? 0);

function textOf(parts: { heading: string; text: string }[], notes: string[]): FilePreview {
  let left: number = PREVIEW_BOUNDS.letters;
  const kept: typeof parts = [];
  for (const { heading, text } of parts) {
    if (left <= 0) break;
    kept.push({ heading, text: text.slice(0, left) });
    left -= text.length;
  }
  return { kind: 'TEXT', parts: kept, isCut: left < 0, notes };
}

function csvTable(data: Uint8Array): FilePreview {
  const text = decodeText(data);
  const separator = separatorOf(/^.*/m.exec(text.trimStart())?.[0] ?? '');
  const { rows: most, columns, cellLetters } = PREVIEW_BOUNDS;
  const rows: string[][] = [];
  let isCut = false;
  for (const row of csvRows(text, separator)) {
    isCut = rows.length === most;
    if (isCut) break;
    const cells = row.slice(0, columns);
    rows.push(cells.map((cell) => (cell.length > cellLetters ? `${cell.slice(0, cellLetters)}…` : cell)));
  }
  return { kind: 'TABLES', tables: [{ name: '', rows, isCut }], notes: [] };
}
