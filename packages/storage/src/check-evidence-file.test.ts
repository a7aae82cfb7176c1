import { describe, expect, test } from 'vitest';
import { checkEvidenceFile } from './check-evidence-file.ts';
import { byteSource } from './fixtures/byte-source.ts';
import { makeZip, officeParts, type ZipPart } from './fixtures/make-zip.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const PDF = latin1('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n');
const PNG = latin1('\u0089PNG\r\n\u001a\n....IHDR....IDAT....IEND....');
const JPEG = latin1('\u00ff\u00d8\u00ff\u00e0..JFIF..\u00ff\u00d9');
const OLE = latin1('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1').toString('latin1');
const DOCX = makeZip(officeParts('word/document.xml'));
const XLSX = makeZip(officeParts('xl/workbook.xml'));
const PPTX = makeZip(officeParts('ppt/presentation.xml'));

const check = (name: string, bytes: Uint8Array) => checkEvidenceFile(name, byteSource(bytes));

describe('files that are taken', () => {
  test.each([
    ['audit.pdf', PDF, 'PDF'],
    ['Audit.PDF', PDF, 'PDF'],
    ['minutes.docx', DOCX, 'DOCX'],
    ['data.xlsx', XLSX, 'XLSX'],
    ['board.pptx', PPTX, 'PPTX'],
    ['voices.txt', latin1('What young people said: it is better.\r\n'), 'TXT'],
    ['data.csv', Buffer.from('week,visits\r\n1,12\r\n'), 'CSV'],
    ['excel-unicode.txt', Buffer.from('\ufeffa\tb', 'utf16le'), 'TXT'],
    ['board.png', PNG, 'PNG'],
    ['photo.jpeg', JPEG, 'JPEG'],
    ['photo.jpg', JPEG, 'JPEG'],
  ])('%s', async (name, bytes, type) => {
    expect(await check(name, bytes)).toMatchObject({ ok: true, type });
  });
});

const encrypted = latin1(`${OLE}${'.'.repeat(600)}${[...'EncryptedPackage'].join('\0')}`);
const workbook = officeParts('xl/workbook.xml');
const withPart = (part: ZipPart) => makeZip([...workbook, part]);

describe('files that are refused, each with a sentence of its own', () => {
  test.each([
    ['zero bytes', 'audit.pdf', new Uint8Array(0), 'EMPTY', /empty \(0 bytes\)/],
    ['a program', 'setup.exe', latin1('MZ\u0090\0'), 'TYPE_NOT_ALLOWED', /\.exe are not accepted.*PDF, DOCX/],
    ['no ending', 'audit', PDF, 'TYPE_NOT_ALLOWED', /no ending/],
    [
      'a program named PDF',
      'audit.pdf',
      latin1('MZ\u0090\0\0\0'),
      'CONTENT_DIFFERS',
      /not what its ending says/,
    ],
    ['a PDF named DOCX', 'audit.docx', PDF, 'CONTENT_DIFFERS', /ends in \.docx.*content is that of a PDF/],
    ['a workbook named DOCX', 'audit.docx', XLSX, 'CONTENT_DIFFERS', /workbook \(XLSX\)/],
    [
      'HTML named TXT',
      'page.txt',
      latin1('  <!DOCTYPE html><script>1</script>'),
      'CONTENT_DIFFERS',
      /not what/,
    ],
    ['HTML in UTF-16', 'page.txt', Buffer.from('\ufeff<html>!', 'utf16le'), 'CONTENT_DIFFERS', /not what/],
    ['SVG', 'chart.svg', latin1('<svg/>'), 'TYPE_NOT_ALLOWED', /\.svg/],
    ['SVG named PNG', 'chart.png', latin1('<svg/>'), 'CONTENT_DIFFERS', /not what/],
    ['a ZIP', 'all.zip', makeZip([{ name: 'a.txt', data: 'a' }]), 'TYPE_NOT_ALLOWED', /one by one/],
    ['a ZIP named DOCX', 'all.docx', makeZip([{ name: 'a.txt', data: 'a' }]), 'TYPE_NOT_ALLOWED', /archive/],
    ['a macro workbook', 'data.xlsm', XLSX, 'MACROS', /Save it as XLSX/],
    [
      'a renamed macro workbook',
      'data.xlsx',
      withPart({ name: 'xl/vbaProject.bin', data: 'x' }),
      'MACROS',
      /macros/,
    ],
    [
      'an old macro sheet',
      'data.xlsx',
      withPart({ name: 'xl/macrosheets/sheet1.xml', data: 'x' }),
      'MACROS',
      /macros/,
    ],
    ['an encrypted workbook', 'data.xlsx', encrypted, 'ENCRYPTED', /Remove the password/],
    ['an old Word file', 'a.doc', latin1(OLE), 'OLD_FORMAT', /Save the file as DOCX/],
    ['an old Word file named DOCX', 'a.docx', latin1(OLE), 'OLD_FORMAT', /older Office format/],
    ['PDF and ZIP in one', 'a.pdf', Buffer.concat([PDF, XLSX]), 'TWO_IN_ONE', /two formats in one/],
    ['PNG and ZIP in one', 'a.png', Buffer.concat([PNG, XLSX]), 'TWO_IN_ONE', /two formats in one/],
    [
      'a program before a ZIP',
      'a.docx',
      Buffer.concat([latin1('MZ\0\0'), DOCX]),
      'TWO_IN_ONE',
      /two formats/,
    ],
    ['half a PDF', 'a.pdf', PDF.subarray(0, 20), 'DAMAGED', /cut short/],
    ['half a PNG', 'a.png', PNG.subarray(0, 20), 'DAMAGED', /cut short/],
    ['half a DOCX', 'a.docx', DOCX.subarray(0, DOCX.length - 30), 'DAMAGED', /damaged or was cut short/],
    [
      'a part 1,000 times its size',
      'a.xlsx',
      withPart({ name: 'b', data: Buffer.alloc(1e6) }),
      'ARCHIVE_BOMB',
      /100 times/,
    ],
    [
      'parts of over 200 MiB',
      'a.xlsx',
      withPart({ name: 'b', data: Buffer.alloc(100), claimedSize: 201 * 1024 * 1024 }),
      'ARCHIVE_BOMB',
      /more than 200 MB/,
    ],
    [
      'over 2,000 parts',
      'a.xlsx',
      makeZip([...workbook, ...Array.from({ length: 2000 }, (_, i) => ({ name: `p${i}`, data: '' }))]),
      'ARCHIVE_BOMB',
      /2,000 parts/,
    ],
    [
      'overlapping parts',
      'a.xlsx',
      withPart({ name: 'b', data: '', sameBytesAs: 1 }),
      'ARCHIVE_BOMB',
      /overlap/,
    ],
    ['an encrypted part', 'a.xlsx', withPart({ name: 'b', data: 'b', flags: 1 }), 'ENCRYPTED', /password/],
    [
      'a part that climbs out',
      'a.xlsx',
      withPart({ name: '../../etc/passwd', data: 'b' }),
      'DAMAGED',
      /damaged/,
    ],
  ])('%s', async (_, name, bytes, code, sentence) => {
    const result = await check(name, bytes);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    if (!result.ok) expect(result.refusal.message).toMatch(sentence);
  });
});
