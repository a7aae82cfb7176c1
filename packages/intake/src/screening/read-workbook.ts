import { type Piece, passage } from './passage.ts';
import type { Archive } from './read-archive.ts';
import { readProperties } from './read-properties.ts';
import { readSheet } from './read-sheet.ts';
import { readXml, xmlText } from './read-xml.ts';

type Sheet = { name: string; isHidden: boolean; part: string };
type Outline = { sheets: Sheet[]; names: string };

/** Parts of a workbook beside its sheets, and what they are to a reader. */
const PARTS: readonly { name: RegExp; place: string; isHidden: boolean; notice?: string }[] = [
  { name: /^xl\/comments\d*\.xml$/, place: 'Notes on cells', isHidden: true, notice: 'Notes on cells' },
  { name: /^xl\/threadedComments\/[^/]+\.xml$/, place: 'Comments', isHidden: true, notice: 'Comments' },
  { name: /^xl\/(?:drawings|charts|diagrams)\/[^/]+\.xml$/, place: 'Drawing or chart', isHidden: false },
];
/** Copies of data from elsewhere; their values stand in attributes as well as in text. */
const COPIES: readonly { name: RegExp; place: string; notice: string }[] = [
  {
    name: /^xl\/pivotCache\/pivotCache(?:Definition|Records)\d*\.xml$/,
    place: 'Copy of rows behind a pivot table',
    notice: 'A pivot table keeps a copy of its source rows',
  },
  {
    name: /^xl\/externalLinks\/externalLink\d*\.xml$/,
    place: 'Copy of cells of another workbook',
    notice: 'Copies of cells of another workbook',
  },
];

/** Text of a workbook: every sheet, hidden ones told apart, notes, names, pivot caches, links, properties. */
export async function* readWorkbook(archive: Archive): AsyncGenerator<Piece> {
  const outline = await readOutline(archive);
  const strings = readStrings(await archive.read('xl/sharedStrings.xml'));
  const hidden = outline.sheets.filter(({ isHidden }) => isHidden).length;
  if (hidden > 0)
    yield { kind: 'NOTICE', words: hidden === 1 ? '1 hidden sheet' : `${hidden} hidden sheets` };
  for (const sheet of outline.sheets) {
    const place = `Sheet “${sheet.name}”${sheet.isHidden ? ' (hidden)' : ''}`;
    yield passage('Name of a sheet', sheet.name, sheet.isHidden);
    yield* readSheet(await archive.read(sheet.part), strings, { place, isHidden: sheet.isHidden });
  }
  yield passage('Names of ranges', outline.names, true);
  for (const name of archive.names) {
    const part = PARTS.find((known) => known.name.test(name));
    const copy = COPIES.find((known) => known.name.test(name));
    if (part) {
      if (part.notice) yield { kind: 'NOTICE', words: part.notice };
      yield passage(part.place, xmlText(await archive.read(name)), part.isHidden);
    } else if (copy) {
      yield { kind: 'NOTICE', words: copy.notice };
      yield passage(copy.place, valuesOf(await archive.read(name)), true);
    }
  }
  yield* readProperties(archive);
}

/** The sheets of a workbook in their order, hidden ones told apart, and its named ranges. */
export async function readOutline(archive: Archive): Promise<Outline> {
  const targets = new Map<string, string>();
  readXml(await archive.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, partOf(Target));
    },
  });
  const sheets: Sheet[] = [];
  const names: string[] = [];
  let isInNames = false;
  readXml(await archive.read('xl/workbook.xml'), {
    open: (element, { name = '', state, id = '' }) => {
      if (element === 'sheet') {
        sheets.push({
          name,
          isHidden: state !== undefined && state !== 'visible',
          part: targets.get(id) ?? '',
        });
      }
      isInNames = element === 'definedName';
      if (isInNames) names.push(`\n${name} `);
    },
    text: (text) => {
      if (isInNames) names.push(text);
    },
  });
  // A sheet that nothing names is read all the same.
  const named = new Set(sheets.map(({ part }) => part));
  for (const part of archive.names) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(part) && !named.has(part)) {
      sheets.push({ name: part.slice(part.lastIndexOf('/') + 1), isHidden: true, part });
    }
  }
  return { sheets, names: names.join('') };
}

const partOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** The strings that cells point at, by number. */
export function readStrings(data: Uint8Array): string[] {
  const strings: string[] = [];
  let current = '';
  let isPhonetic = false;
  readXml(data, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') isPhonetic = true;
    },
    text: (text) => {
      if (!isPhonetic) current += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(current);
      if (name === 'rPh') isPhonetic = false;
    },
  });
  return strings;
}

function valuesOf(data: Uint8Array): string {
  const words: string[] = [];
  readXml(data, {
    open: (_, { v, val, name }) => {
      for (const value of [v, val, name]) if (value !== undefined) words.push(`${value}\t`);
    },
    text: (text) => void words.push(text),
    close: (name) => void words.push(name === 'r' || name === 'row' ? '\n' : ''),
  });
  return words.join('');
}
