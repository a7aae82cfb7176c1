import { crc32 } from 'node:zlib';

export type HostileFile = { name: string; fileName: string; bytes: Uint8Array };

const text = (words: string) => Buffer.from(words, 'latin1');
/** The harmless file that every virus scanner reports. */
export const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

type Part = { name: string; data: Buffer; flags?: number; claims?: number };

/** A ZIP of stored parts, able to lie about their size and to say that they are encrypted. */
function zipOf(parts: readonly Part[]): Buffer {
  const [body, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data, flags = 0, claims = data.length } of parts) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(claims, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(16);
    place.writeUInt32LE(offset, 12);
    directory.push(text('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name));
    const local = Buffer.concat([text('PK\x03\x04'), facts, Buffer.from(name), data]);
    body.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, ...directory, end]);
}

const types = { name: '[Content_Types].xml', data: text('<Types/>') };
const word = (words: string, more: readonly Part[] = []) =>
  zipOf([
    types,
    {
      name: 'word/document.xml',
      data: text(`<w:document><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:document>`),
    },
    ...more,
  ]);
const sheet = text('<worksheet><sheetData/></worksheet>');
const book = (more: readonly Part[] = []) =>
  zipOf([
    types,
    { name: 'xl/workbook.xml', data: text('<workbook><sheets/></workbook>') },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
    ...more,
  ]);

/** What somebody who means harm, or has a broken file, may try to upload. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  { name: 'an EICAR text', fileName: 'notes.txt', bytes: text(EICAR) },
  { name: 'a zipped EICAR', fileName: 'notes.zip', bytes: zipOf([{ name: 'eicar.com', data: text(EICAR) }]) },
  { name: 'EICAR in a Word file', fileName: 'notes.docx', bytes: word(EICAR) },
  {
    name: 'EICAR beside a Word file',
    fileName: 'notes.docx',
    bytes: word('Notes', [{ name: 'word/embeddings/eicar.bin', data: text(EICAR) }]),
  },
  {
    name: 'a polyglot of PDF and archive',
    fileName: 'report.pdf',
    bytes: Buffer.concat([text('%PDF-1.7\n'), zipOf([types])]),
  },
  { name: 'a page named as a picture', fileName: 'chart.png', bytes: text('<script>alert(1)</script>') },
  { name: 'a program named as a text', fileName: 'notes.txt', bytes: text('MZ\x90\x00\x03\x00\x00\x00') },
  { name: 'a file of no bytes', fileName: 'empty.pdf', bytes: Buffer.alloc(0) },
  { name: 'a name that is a path', fileName: '../../etc/passwd.txt', bytes: text('root') },
  { name: 'a name that runs the other way', fileName: 'minutes\u202Etxt.exe', bytes: text('MZ') },
  { name: 'a workbook with macros', fileName: 'figures.xlsm', bytes: book() },
  {
    name: 'macros in a workbook named as one without',
    fileName: 'figures.xlsx',
    bytes: book([{ name: 'xl/vbaProject.bin', data: text('macro') }]),
  },
  {
    name: 'an encrypted entry',
    fileName: 'figures.xlsx',
    bytes: book([{ name: 'xl/a.xml', data: sheet, flags: 1 }]),
  },
  {
    name: 'a workbook that claims to be enormous',
    fileName: 'figures.xlsx',
    bytes: book([{ name: 'xl/b.xml', data: sheet, claims: 300 * 1024 * 1024 }]),
  },
  { name: 'half a workbook', fileName: 'figures.xlsx', bytes: book().subarray(0, 150) },
  { name: 'half a PDF', fileName: 'report.pdf', bytes: text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog') },
  {
    name: 'a picture cut short',
    fileName: 'photo.jpg',
    bytes: text('\xff\xd8\xff\xe1\xff\xffExif\x00\x00MM\x00*\xff\xff\xff\xff'),
  },
];
