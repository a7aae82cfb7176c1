import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cutOff, encryptedPdf, longPdf, ordinaryPdf } from '../testing/bad-files.ts';
import { plainPicture } from './plain-picture.ts';
import { previewBytes } from './preview-bytes.ts';
import { previewPage, previewStream } from './preview-stream.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCX = `${OFFICE}.wordprocessingml.document`;
const XLSX = `${OFFICE}.spreadsheetml.sheet`;

const office = (parts: Record<string, string>) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }).map(([name, xml]) => [
        name,
        strToU8(xml),
      ]),
    ),
  );
const from = (data: Uint8Array) => async () => Readable.from([Buffer.from(data)]);
const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('a PDF', () => {
  test('is counted, and each page drawn as a picture in a process of its own', async () => {
    const data = ordinaryPdf();
    const of = { mediaType: 'application/pdf', size: data.length };
    const shown = await previewStream(from(data), of);
    expect(shown).toMatchObject({ kind: 'PAGES', notes: [] });
    if (shown.kind !== 'PAGES') return;
    const pictures = await Promise.all(
      Array.from({ length: shown.pages }, (_, index) => previewPage(from(data), { ...of, page: index + 1 })),
    );
    const prints = pictures.map((picture) => {
      if (!picture.ok) throw new Error(picture.sentence);
      expect(picture.mediaType).toBe('image/png');
      expect(size(picture.data)).toEqual([1240, 1754]);
      return createHash('sha256').update(picture.data).digest('hex');
    });
    expect(new Set(prints).size, 'each page is another picture').toBe(shown.pages);
    expect(await previewPage(from(data), { ...of, page: shown.pages + 1 })).toMatchObject({ ok: false });
  });

  test.each([
    ['with a password', encryptedPdf(), /asks for a password/],
    ['cut off', cutOff(ordinaryPdf()), /damaged/],
    ['of 600 pages', longPdf(600), /has 600 pages; up to 500/],
  ])('%s says why it is not shown', async (_, data, sentence) => {
    const shown = await previewBytes({ mediaType: 'application/pdf', data });
    expect(shown).toMatchObject({ kind: 'NONE', sentence: expect.stringMatching(sentence) });
  });

  test('that takes too long, too much or is too large is stopped, with the way on', async () => {
    const data = longPdf(400);
    const of = { mediaType: 'application/pdf', size: data.length };
    const none = (sentence: RegExp) => ({ kind: 'NONE', sentence: expect.stringMatching(sentence) });
    const slow = await previewStream(from(data), { ...of, limits: { timeMs: 30 } });
    expect(slow).toEqual(none(/took longer than 0.03 seconds.*Download it/));
    const hungry = await previewStream(from(data), { ...of, limits: { memoryBytes: 1024 ** 2 } });
    expect(hungry).toEqual(none(/more than 1 MB of memory/));
    const large = await previewStream(from(data), { ...of, limits: { fileBytes: 1000 } });
    expect(large).toEqual(none(/^It is larger than/));
  });
});

describe('a Word file', () => {
  test('is shown as its words; what is hidden is only said to be there', async () => {
    const run = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const deleted = '<w:p><w:del><w:r><w:delText>Struck out</w:delText></w:r></w:del></w:p>';
    const body = `<w:document><w:body>${run('First line')}${run('Second &lt;b&gt;')}${deleted}</w:body></w:document>`;
    const comments = `<w:comments><w:comment>${run('A remark')}</w:comment></w:comments>`;
    const data = office({ 'word/document.xml': body, 'word/comments.xml': comments });
    const shown = await previewBytes({ mediaType: DOCX, data });
    expect(shown).toEqual({
      kind: 'TEXT',
      parts: [{ heading: '', text: 'First line\nSecond <b>' }],
      isCut: false,
      notes: ['Not shown here: tracked changes: words that were deleted.', 'Not shown here: comments.'],
    });
    expect(JSON.stringify(shown)).not.toMatch(/Struck out|A remark/);
  });

  test('that is longer than what is shown says so', async () => {
    const long = `<w:document><w:body><w:p><w:r><w:t>${'word '.repeat(10_000)}</w:t></w:r></w:p></w:body></w:document>`;
    const shown = await previewBytes({ mediaType: DOCX, data: office({ 'word/document.xml': long }) });
    expect(shown).toMatchObject({ kind: 'TEXT', isCut: true });
  });
});

describe('a workbook', () => {
  const sheets = `<sheet name="Visits" sheetId="1" r:id="rId1"/><sheet name="Names" sheetId="2" r:id="rId2" state="hidden"/>`;
  const rels = [1, 2]
    .map((id) => `<Relationship Id="rId${id}" Target="worksheets/sheet${id}.xml"/>`)
    .join('');
  const book = (rows: string) =>
    office({
      'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${rels}</Relationships>`,
      'xl/sharedStrings.xml': '<sst><si><t>Week</t></si><si><t>Visits</t></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="165" formatCode="[$-809]d mmm yyyy"/><numFmt numFmtId="166" formatCode="0.0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      'xl/worksheets/sheet2.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Secret</t></is></c></row></sheetData></worksheet>',
    });

  test('is shown as flat tables: values for formulas, dates as dates, nothing hidden', async () => {
    const rows = [
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>',
      '<row r="2"><c r="A2" s="1"><v>46093</v></c><c r="C2" s="2"><f>SUM(1,2)</f><v>0.30000000000000004</v></c></row>',
      '<row r="3" hidden="1"><c r="A3"><v>7</v></c></row>',
      '<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="str"><f>HYPERLINK("x")</f><v>=cmd</v></c></row>',
    ];
    const shown = await previewBytes({ mediaType: XLSX, data: book(rows.join('')) });
    expect(shown).toEqual({
      kind: 'TABLES',
      tables: [
        {
          name: 'Visits',
          isCut: false,
          rows: [
            ['Week', '', 'Visits'],
            ['2026-03-12', '', '0.3'],
            ['TRUE', '=cmd'],
          ],
        },
      ],
      notes: ['1 hidden sheet is not shown.'],
    });
    expect(JSON.stringify(shown)).not.toMatch(/Secret|SUM|HYPERLINK/);
  });

  test('larger than what is shown says so', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
    );
    const shown = await previewBytes({ mediaType: XLSX, data: book(rows.join('')) });
    expect(shown.kind === 'TABLES' && [shown.tables[0]?.rows.length, shown.tables[0]?.isCut]).toEqual([
      200,
      true,
    ]);
  });

  test('that would unpack to a hundred times its size is not opened', async () => {
    const data = office({
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': '0'.repeat(5_000_000),
    });
    const shown = await previewBytes({ mediaType: XLSX, data });
    expect(shown).toMatchObject({ kind: 'NONE', sentence: expect.stringMatching(/not safe to open/) });
  });
});

test('a table in text is a table, and a note its words', async () => {
  const csv = await previewBytes({ mediaType: 'text/csv', data: strToU8('week;visits\r\n1;"a;b"\r\n') });
  expect(csv).toMatchObject({
    tables: [
      {
        rows: [
          ['week', 'visits'],
          ['1', 'a;b'],
        ],
      },
    ],
  });
  const told = strToU8('"week","note"\r\n1,"Seen at home.\r\nSays ""yes"", twice."\r\n2,later\r\n');
  expect(await previewBytes({ mediaType: 'text/csv', data: told })).toMatchObject({
    tables: [
      {
        rows: [
          ['week', 'note'],
          ['1', 'Seen at home.\r\nSays "yes", twice.'],
          ['2', 'later'],
        ],
      },
    ],
  });
  const text = await previewBytes({ mediaType: 'text/plain', data: strToU8('<script>1</script>') });
  expect(text).toMatchObject({ kind: 'TEXT', parts: [{ heading: '', text: '<script>1</script>' }] });
});

describe('a picture', () => {
  const chunk = (kind: string, body: Uint8Array) => {
    const whole = Buffer.alloc(12 + body.length);
    whole.writeUInt32BE(body.length);
    whole.write(kind, 4, 'latin1');
    Buffer.from(body).copy(whole, 8);
    return whole;
  };
  const header = (width: number, height: number) => {
    const body = Buffer.alloc(13);
    body.writeUInt32BE(width);
    body.writeUInt32BE(height, 4);
    return chunk('IHDR', body);
  };
  const png = (width: number, height: number, more: Buffer[] = []) =>
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      header(width, height),
      ...more,
      chunk('IDAT', strToU8('points')),
      chunk('IEND', new Uint8Array()),
      Buffer.from('PK\u0003\u0004 behind its end'),
    ]);

  test('loses what a program kept with it, and what stands behind its end', () => {
    const plain = plainPicture(
      png(40, 30, [chunk('tEXt', strToU8('Author\0a name')), chunk('eXIf', strToU8('GPS'))]),
    );
    expect(plain).toMatchObject({ ok: true, mediaType: 'image/png', width: 40, height: 30 });
    const kept = plain.ok ? Buffer.from(plain.data).toString('latin1') : '';
    expect(kept).toContain('points');
    expect(kept).not.toMatch(/a name|GPS|behind its end/);
  });

  test('of a camera loses the place where it was taken and keeps which way up it is', () => {
    const exif = (entries: string) =>
      Buffer.from(`457869660000 4d4d002a00000008 0002 ${entries} 00000000`.replaceAll(' ', ''), 'hex');
    const data = exif('0112000300000001 00060000 8825000400000001 0000aaaa');
    const segment = (marker: string, body: Buffer) => {
      const head = Buffer.from(`ff${marker}0000`, 'hex');
      head.writeUInt16BE(body.length + 2, 2);
      return Buffer.concat([head, body]);
    };
    const frame = Buffer.from('08001e0028030111000211010311 01'.replaceAll(' ', ''), 'hex');
    const jpeg = Buffer.concat([
      Buffer.from('ffd8', 'hex'),
      segment('e1', data),
      segment('fe', Buffer.from('taken at home')),
      segment('c0', frame),
      segment('da', Buffer.from('010100', 'hex')),
      Buffer.from('points\u00ff\u00d9behind its end', 'latin1'),
    ]);
    const plain = plainPicture(jpeg);
    expect(plain).toMatchObject({ ok: true, mediaType: 'image/jpeg', width: 40, height: 30 });
    const kept = plain.ok ? Buffer.from(plain.data) : Buffer.alloc(0);
    expect(kept.toString('latin1')).not.toMatch(/taken at home|behind its end/);
    expect(kept.includes(Buffer.from('8825', 'hex')), 'the place').toBe(false);
    expect(kept.includes(Buffer.from('01120003000000010006', 'hex')), 'which way up').toBe(true);
    expect(kept.subarray(-8).toString('latin1')).toBe('points\u00ff\u00d9');
    // The camera data that was put in its place says its own length, and the next segment follows it.
    expect(kept.readUInt16BE(4)).toBe(0x22);
    expect(kept.subarray(2 + 2 + 0x22, 2 + 2 + 0x22 + 2).toString('hex')).toBe('ffc0');
  });

  test('with more points than a browser should unpack is not shown', () => {
    expect(plainPicture(png(20_000, 20_000))).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/20,000 by 20,000 points/),
    });
    expect(plainPicture(png(0, 10))).toMatchObject({ ok: false });
    expect(plainPicture(png(40, 30).subarray(0, 40))).toMatchObject({ ok: false });
  });
});
