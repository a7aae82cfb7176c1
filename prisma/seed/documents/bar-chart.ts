import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 270;
const FLOOR = 240;
const TOP = 40;
const INK = { paper: 0, grid: 1, bar: 2, text: 3 } as const;
/** Red, green and blue of each ink, in the order above. */
const PALETTE = [255, 255, 255, 221, 224, 230, 31, 75, 122, 40, 44, 52];

/** Digits and the percent sign on three by five dots, row by row. */
const GLYPHS: Record<string, string> = {
  '0': '111101101101111',
  '1': '010110010010111',
  '2': '111001111100111',
  '3': '111001111001111',
  '4': '101101111001001',
  '5': '111100111001111',
  '6': '111100111101111',
  '7': '111001001001001',
  '8': '111101111101111',
  '9': '111101111001111',
  '%': '101001010100101',
};

/** A bar chart of percentages as PNG, the value above each bar; five grid lines from 0 to 100. */
export function barChart(values: readonly number[]): Uint8Array {
  const dots = new Uint8Array(WIDTH * HEIGHT);
  const fill = (x: number, y: number, width: number, height: number, ink: number) => {
    for (let row = y; row < y + height; row += 1) dots.fill(ink, row * WIDTH + x, row * WIDTH + x + width);
  };
  for (let line = 0; line <= 4; line += 1) fill(20, TOP + line * 50, WIDTH - 40, 1, INK.grid);
  const room = Math.floor((WIDTH - 60) / values.length);
  const width = Math.floor(room * 0.6);
  for (const [index, value] of values.entries()) {
    const x = 40 + index * room;
    const height = Math.round(value * 2);
    fill(x, FLOOR - height, width, height, INK.bar);
    for (const [at, sign] of [...`${value}%`].entries()) {
      for (const [dot, lit] of [...(GLYPHS[sign] ?? '')].entries()) {
        if (lit === '0') continue;
        fill(x + at * 12 + (dot % 3) * 3, FLOOR - height - 20 + Math.floor(dot / 3) * 3, 3, 3, INK.text);
      }
    }
  }
  return png(dots);
}

/** One byte a dot, each the number of a palette colour. */
function png(dots: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    rows.set(dots.subarray(y * WIDTH, (y + 1) * WIDTH), y * (WIDTH + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(PALETTE)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
