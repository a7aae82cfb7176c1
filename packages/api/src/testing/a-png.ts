import { crc32, deflateSync } from 'node:zlib';

function part(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey PNG with a note about who made it; `rows` other than its height and a `filter` above 4 break its word. */
export function aPng(width = 40, height = 24, { rows = height, interlace = 0, filter = 0 } = {}): Buffer {
  const row = Buffer.alloc(width + 1, 128);
  row[0] = filter;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', header),
    part('tEXt', Buffer.from('Author\0Designer, holder 1')),
    part('IDAT', deflateSync(Buffer.concat(Array(rows).fill(row)))),
    part('IEND', Buffer.alloc(0)),
  ]);
}
