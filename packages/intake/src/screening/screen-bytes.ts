import type { FileFinding, ScreeningResult } from '@gt/contracts/words';
import { type ScreeningOptions, screenCell, screenText } from '@gt/domain/screening';
import type { Piece } from './passage.ts';
import { type Archive, openArchive } from './read-archive.ts';
import { readPdf } from './read-pdf.ts';
import { readPicture } from './read-picture.ts';
import { readCsv, readText } from './read-plain.ts';
import { EMBEDDED } from './read-properties.ts';
import { readSlides } from './read-slides.ts';
import { readWord } from './read-word.ts';
import { readWorkbook } from './read-workbook.ts';

/** So many findings are told one by one; all are counted. */
export const FINDINGS_TOLD = 200;
/** Files in files are read this deep. */
const DEPTH = 1;

export type BytesToScreen = { fileName: string; data: Uint8Array; pages: number; options: ScreeningOptions };

/**
 * Looks a whole file through: its name, what it shows, and what it hides. Runs inside the reading process: hostile
 * files can make it slow or large. "Nothing found" is said only when everything was read.
 */
export async function screenBytes({
  fileName,
  data,
  pages,
  options,
}: BytesToScreen): Promise<ScreeningResult> {
  const found: FileFinding[] = [];
  const notices = new Set<string>();
  const unread: string[] = [];
  const take = (piece: Piece) => {
    if (piece.kind === 'NOTICE') notices.add(piece.words);
    else if (piece.kind === 'UNREAD') unread.push(piece.sentence);
    else found.push(...findingsOf(piece, options));
  };
  take({ kind: 'PASSAGE', place: 'File name', text: fileName.replace(/[_]+/g, ' '), isHidden: false });
  try {
    for await (const piece of readFileOf(fileName, data, pages, DEPTH)) take(piece);
  } catch {
    unread.push('It is damaged: not all of it can be read.');
  }
  const told = found.toSorted(
    (one, other) => Number(one.level === 'POSSIBLE') - Number(other.level === 'POSSIBLE'),
  );
  const outcome = found.length > 0 ? 'FOUND' : unread.length > 0 ? 'COULD_NOT_SCREEN' : 'NOTHING_FOUND';
  return {
    outcome,
    findings: told.slice(0, FINDINGS_TOLD),
    total: found.length,
    likely: found.filter(({ level }) => level === 'LIKELY').length,
    notices: [...notices],
    unread,
  };
}

function findingsOf(
  piece: Extract<Piece, { kind: 'PASSAGE' | 'LOCATION' }>,
  options: ScreeningOptions,
): FileFinding[] {
  const { place } = piece;
  if (piece.kind === 'LOCATION') {
    const why = 'The camera kept where the picture was taken';
    return [{ kind: 'LOCATION', level: 'LIKELY', masked: '•', why, place, isHidden: true }];
  }
  const { text, heading, isHidden } = piece;
  const found = heading === undefined ? screenText(text, options) : screenCell(heading, text, options);
  return found.map(({ kind, level, masked, why }) => ({ kind, level, masked, why, place, isHidden }));
}

const startsWith = (data: Uint8Array, signs: string) =>
  Buffer.from(data.subarray(0, signs.length)).toString('latin1') === signs;

/** What a file is, by its content; plain text is told apart by its ending. */
async function* readFileOf(
  fileName: string,
  data: Uint8Array,
  pages: number,
  depth: number,
): AsyncGenerator<Piece> {
  if (data.length === 0) yield { kind: 'UNREAD', sentence: 'It is empty (0 bytes).' };
  else if (startsWith(data, 'PK')) yield* readOffice(data, pages, depth);
  else if (Buffer.from(data.subarray(0, 1024)).includes('%PDF-')) yield* readPdf(data, { pages });
  else if (startsWith(data, '\x89PNG') || startsWith(data, '\xff\xd8\xff')) yield* readPicture(data);
  else if (
    data.subarray(0, 64 * 1024).includes(0) &&
    !/^(?:\xff\xfe|\xfe\xff)/.test(Buffer.from(data.subarray(0, 2)).toString('latin1'))
  ) {
    yield { kind: 'UNREAD', sentence: 'What kind of file it is, is not known.' };
  } else yield* /\.(?:csv|tsv)$/i.test(fileName) ? readCsv(data) : readText(data);
}

async function* readOffice(data: Uint8Array, pages: number, depth: number): AsyncGenerator<Piece> {
  const opened = await openArchive(data);
  if (!opened.ok) {
    yield { kind: 'UNREAD', sentence: opened.sentence };
    return;
  }
  const { archive } = opened;
  const has = (name: string) => archive.names.includes(name);
  if (has('word/document.xml')) yield* readWord(archive);
  else if (has('xl/workbook.xml')) yield* readWorkbook(archive);
  else if (has('ppt/presentation.xml')) yield* readSlides(archive);
  else
    yield { kind: 'UNREAD', sentence: 'It is an archive, and no Word document, workbook or presentation.' };
  yield* readInside(archive, pages, depth);
}

/** Pictures and files inside an Office file. */
async function* readInside(archive: Archive, pages: number, depth: number): AsyncGenerator<Piece> {
  let pictures = 0;
  for (const name of archive.names) {
    if (/\/media\/[^/]+$/.test(name)) {
      pictures += 1;
      for await (const piece of readPicture(await archive.read(name)))
        if (piece.kind !== 'UNREAD') yield piece;
    }
    if (!EMBEDDED.test(name)) continue;
    yield { kind: 'NOTICE', words: 'A file inside the file' };
    if (depth === 0) yield { kind: 'UNREAD', sentence: 'A file inside a file inside it was not read.' };
    else yield* readFileOf(name, await archive.read(name), pages, depth - 1);
  }
  if (pictures > 0) {
    const words = pictures === 1 ? '1 picture' : `${pictures} pictures`;
    yield { kind: 'NOTICE', words: `${words}: what they show, a person has to look at` };
  }
}
