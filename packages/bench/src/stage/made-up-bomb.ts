import { crc32, deflateRawSync } from 'node:zlib';

/** Unpacked, in bytes: about 300 kB packed. */
const UNPACKED = 300 * 1024 * 1024;

/** A workbook whose one sheet is small on disk and enormous once it is unpacked. */
export function madeUpBomb(): Buffer {
  const sheet = Buffer.alloc(UNPACKED, ' ');
  return zipOf([
    { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
    { name: 'xl/workbook.xml', data: Buffer.from('<workbook><sheets/></workbook>') },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
  ]);
}

function zipOf(parts: readonly { name: string; data: Buffer }[]): Buffer {
  const [body, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data } of parts) {
    const packed = deflateRawSync(data, { level: 9 });
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.from('PK\u0003\u0004', 'latin1');
    const central = Buffer.alloc(16);
    central.writeUInt32LE(offset, 12);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts, central, Buffer.from(name));
    body.push(local, facts, Buffer.from(name), packed);
    offset += local.length + facts.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, ...directory, end]);
}
