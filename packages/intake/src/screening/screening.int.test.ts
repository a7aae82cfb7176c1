import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDate, type ScreeningResult } from '@gt/contracts/words';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { cutOff, encryptedPdf, longPdf, ordinaryPdf, scannedPdf } from '../testing/bad-files.ts';
import { writePdf } from '../testing/write-pdf.ts';
import { screenBytes } from './screen-bytes.ts';
import { screenFile } from './screen-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'golden-thread-screening-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const options = { today: isoDate('2026-03-12') };
const NHS = '943 476 5919';

/** In this process: the rules are the same, and forty processes take their time. */
const screen = (fileName: string, data: Uint8Array) => screenBytes({ fileName, data, pages: 500, options });

async function screenApart(fileName: string, data: Uint8Array, limits = {}): Promise<ScreeningResult> {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, data);
  return screenFile(path, { fileName, options, limits });
}

const office = (parts: Record<string, string>) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), ...mapValues(parts, strToU8) });
function mapValues<V, W>(of: Record<string, V>, turn: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, turn(value)]));
}

const word = (body: string, parts: Record<string, string> = {}) =>
  office({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`, ...parts });
const run = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const workbook = (sheet: string, parts: Record<string, string> = {}, state = '') =>
  office({
    'xl/workbook.xml': `<workbook><sheets><sheet name="Data" sheetId="1" r:id="rId1" ${state}/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...parts,
  });
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('where it hides', () => {
  const hiding: [string, string, Uint8Array, string][] = [
    ['the words of a Word file', 'a.docx', word(run(`NHS ${NHS}`)), 'Text'],
    [
      'words cut into runs',
      'a.docx',
      word(`<w:p><w:r><w:t>943 </w:t></w:r><w:r><w:t>476 5919</w:t></w:r></w:p>`),
      'Text',
    ],
    [
      'a tracked deletion',
      'a.docx',
      word(`<w:del><w:r><w:delText>${NHS}</w:delText></w:r></w:del>`),
      'Deleted words (tracked change)',
    ],
    [
      'hidden words',
      'a.docx',
      word(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${NHS}</w:t></w:r></w:p>`),
      'Hidden words',
    ],
    ['a comment', 'a.docx', word('', { 'word/comments.xml': run(NHS) }), 'Comments'],
    ['a header', 'a.docx', word('', { 'word/header1.xml': run(NHS) }), 'Header'],
    ['a footnote', 'a.docx', word('', { 'word/footnotes.xml': run(NHS) }), 'Footnotes'],
    ['an alternative text', 'a.docx', word(`<wp:docPr id="1" name="x" descr="${NHS}"/>`), 'Text'],
    [
      'the properties',
      'a.docx',
      word('', { 'docProps/core.xml': `<cp><dc:title>${NHS}</dc:title></cp>` }),
      'Properties of the file',
    ],
    ['a cell', 'a.xlsx', workbook(`<row r="7">${cell('B7', NHS)}</row>`), 'Sheet “Data”, row 7'],
    [
      'a number',
      'a.xlsx',
      workbook(`<row r="7"><c r="B7"><v>9.434765919E9</v></c>${cell('C7', 'NHS')}</row>`),
      'Sheet “Data”, row 7',
    ],
    [
      'a hidden sheet',
      'a.xlsx',
      workbook(`<row r="1">${cell('A1', NHS)}</row>`, {}, 'state="veryHidden"'),
      'Sheet “Data” (hidden), row 1',
    ],
    [
      'a date in a column of birth dates',
      'a.xlsx',
      workbook(`<row r="1">${cell('A1', 'DOB')}</row><row r="2"><c r="A2"><v>42097</v></c></row>`),
      'Sheet “Data”, cell A2',
    ],
    [
      'a note on a cell',
      'a.xlsx',
      workbook('', { 'xl/comments1.xml': `<comments><text><t>${NHS}</t></text></comments>` }),
      'Notes on cells',
    ],
    [
      'a pivot cache',
      'a.xlsx',
      workbook('', { 'xl/pivotCache/pivotCacheRecords1.xml': `<r><s v="NHS ${NHS}"/></r>` }),
      'Copy of rows behind a pivot table',
    ],
    [
      'the name of a range',
      'a.xlsx',
      office({
        'xl/workbook.xml': `<workbook><definedNames><definedName name="x">"NHS ${NHS}"</definedName></definedNames></workbook>`,
      }),
      'Names of ranges',
    ],
    [
      'a formula',
      'a.xlsx',
      workbook(`<row r="1"><c r="A1" t="str"><f>"NHS ${NHS}"</f><v>1</v></c></row>`),
      'Sheet “Data”, formulas, headers and lists',
    ],
    [
      'a slide that is not shown',
      'a.pptx',
      office({
        'ppt/presentation.xml': '<p/>',
        'ppt/slides/slide2.xml': `<p:sld show="0"><a:p><a:t>${NHS}</a:t></a:p></p:sld>`,
      }),
      'Slide 2 (not shown)',
    ],
    [
      'speaker notes',
      'a.pptx',
      office({
        'ppt/presentation.xml': '<p/>',
        'ppt/notesSlides/notesSlide1.xml': `<a:p><a:t>${NHS}</a:t></a:p>`,
      }),
      'Speaker notes 1',
    ],
    ['a page', 'a.pdf', writePdf([[{ x: 72, y: 700, size: 12, text: `NHS ${NHS}` }]]), 'Page 1'],
    ['a line', 'a.txt', strToU8(`one\nNHS ${NHS}\n`), 'From line 1'],
    ['a column of a table', 'a.csv', strToU8('Ref;DOB\n1;03/04/2015\n'), 'Line 2'],
    ['a cell beside its separator', 'a.csv', strToU8(`Ref,NHS\n1,${NHS},"x"\n`), 'From line 1'],
    ['a cell in quotes', 'a.csv', strToU8(`Ref;Child\n1;"Ella, aged 7";2\n`), 'From line 1'],
    ['the name of the file', `NHS_${NHS}.txt`, strToU8('nothing'), 'File name'],
  ];
  test.each(hiding)('%s', async (_, name, data, place) => {
    const result = await screen(name, data);
    expect(result.outcome).toBe('FOUND');
    expect(result.findings.map((finding) => finding.place)).toContain(place);
    expect(JSON.stringify(result)).not.toContain('476');
  });

  test('a workbook behind a chart is read as a workbook', async () => {
    const inside = Buffer.from(workbook(`<row r="1">${cell('A1', `NHS ${NHS}`)}</row>`)).toString('latin1');
    const file = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8('<w:document/>'),
      'word/embeddings/Workbook1.xlsx': Uint8Array.from(inside, (sign) => sign.charCodeAt(0)),
    });
    const result = await screen('a.docx', file);
    expect(result.findings.map(({ kind }) => kind)).toEqual(['NHS_NUMBER']);
    expect(result.notices).toContain('A file inside the file');
  });

  test('hidden places are told even when nothing is found in them', async () => {
    const file = workbook('<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>', {}, 'state="hidden"');
    const result = await screen('a.xlsx', file);
    expect(result).toMatchObject({
      outcome: 'NOTHING_FOUND',
      notices: ['1 hidden sheet', 'Hidden rows or columns'],
    });
  });

  test('where a picture was taken', async () => {
    const tiff = Buffer.alloc(26);
    tiff.write('II*\0', 0, 'latin1');
    tiff.writeUInt32LE(8, 4);
    tiff.writeUInt16LE(1, 8);
    tiff.writeUInt16LE(0x8825, 10);
    const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(segment.length + 2);
    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
      length,
      segment,
      Buffer.from([0xff, 0xda, 0, 0]),
    ]);
    const result = await screen('a.jpg', jpeg);
    expect(result.findings.map(({ kind }) => kind)).toEqual(['LOCATION']);
    expect(result.unread).toHaveLength(1);
  });
});

describe('what was not read is never called clean', () => {
  test.each([
    ['a scan', 'a.pdf', scannedPdf()],
    ['an encrypted PDF', 'a.pdf', encryptedPdf()],
    ['half a PDF', 'a.pdf', cutOff(ordinaryPdf())],
    ['too many pages', 'a.pdf', longPdf()],
    ['an empty file', 'a.docx', new Uint8Array()],
    ['half a workbook', 'a.xlsx', cutOff(workbook('<row/>'))],
    ['an archive', 'a.docx', zipSync({ 'a.txt': strToU8('x') })],
    ['a picture', 'a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['bytes of no known kind', 'a.txt', Uint8Array.from([1, 0, 2, 0, 3])],
    ['an archive bomb', 'a.xlsx', office({ 'xl/workbook.xml': ' '.repeat(30_000_000) })],
  ])('%s', async (_, name, data) => {
    const result = await screen(name, data);
    expect(result.outcome).toBe('COULD_NOT_SCREEN');
    expect(result.unread.join(' ')).toMatch(/\.$/);
  });

  test('in a process of its own, a file that takes too long or too much memory is given up', async () => {
    const long = strToU8('Ella Brook '.repeat(500_000));
    const isUnread = { outcome: 'COULD_NOT_SCREEN' };
    expect(await screenApart('a.txt', long, { timeMs: 1 })).toMatchObject(isUnread);
    expect(await screenApart('a.txt', long, { memoryBytes: 40 * 1024 * 1024 })).toMatchObject(isUnread);
    expect(await screenApart('a.txt', long, { fileBytes: 1_000 })).toMatchObject(isUnread);
    const found = await screenApart('a.docx', word(run(`NHS ${NHS}`)));
    expect(found).toEqual(await screen('a.docx', word(run(`NHS ${NHS}`))));
  });

  test('a sound file without anything is clean', async () => {
    expect(await screen('a.pdf', ordinaryPdf())).toMatchObject({
      outcome: 'NOTHING_FOUND',
      unread: [],
      total: 0,
    });
    expect(await screen('a.docx', word(run('The board met on 3 March 2026.')))).toMatchObject({
      outcome: 'NOTHING_FOUND',
    });
  });
});
