import { crc32, deflateSync } from 'node:zlib';

/** Points in the order of its edge, in points of the page; `fill` is "#1E7A43". */
export type Polygon = { fill: string; points: readonly (readonly [number, number])[] };

/** Pixels to a point, and samples to a pixel each way. */
const SCALE = 4;
const SAMPLES = 2;

/** Polygons on a see-through ground as a PNG, the later ones over the earlier; for documents that show no SVG. */
export function pngOf(polygons: readonly Polygon[], pointsWide: number, pointsHigh: number): Buffer {
  const [width, height] = [pointsWide * SCALE, pointsHigh * SCALE];
  const pixels = Buffer.alloc(width * height * 4);
  for (const polygon of polygons) paint(pixels, width, height, polygon);
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    pixels.copy(rows, y * (width * 4 + 1) + 1, y * width * 4, (y + 1) * width * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The first bytes of every PNG. */
export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One part of a PNG, with its length before and its checksum behind. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Lays one polygon over what is there; its edges are as strong as the share of the pixel they cover. */
function paint(pixels: Buffer, width: number, height: number, { fill, points }: Polygon): void {
  const ink = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  const xs = points.map(([x]) => x * SCALE);
  const ys = points.map(([, y]) => y * SCALE);
  const right = Math.min(width, Math.ceil(Math.max(...xs)));
  const bottom = Math.min(height, Math.ceil(Math.max(...ys)));
  for (let y = Math.floor(Math.min(...ys)); y < bottom; y += 1) {
    for (let x = Math.floor(Math.min(...xs)); x < right; x += 1) {
      const cover = coverOf(x, y, xs, ys);
      if (cover === 0) continue;
      const at = (y * width + x) * 4;
      const under = (pixels[at + 3] ?? 0) / 255;
      const alpha = cover + under * (1 - cover);
      for (const [index, value] of ink.entries()) {
        const was = pixels[at + index] ?? 0;
        pixels[at + index] = Math.round((value * cover + was * under * (1 - cover)) / alpha);
      }
      pixels[at + 3] = Math.round(alpha * 255);
    }
  }
}

function coverOf(x: number, y: number, xs: readonly number[], ys: readonly number[]): number {
  let hits = 0;
  for (let row = 0; row < SAMPLES; row += 1) {
    for (let column = 0; column < SAMPLES; column += 1) {
      if (isInside(x + (column + 0.5) / SAMPLES, y + (row + 0.5) / SAMPLES, xs, ys)) hits += 1;
    }
  }
  return hits / (SAMPLES * SAMPLES);
}

/** Even-odd rule over the edges of a polygon. */
function isInside(x: number, y: number, xs: readonly number[], ys: readonly number[]): boolean {
  let inside = false;
  for (let i = 0, j = xs.length - 1; i < xs.length; j = i, i += 1) {
    const [xi = 0, yi = 0, xj = 0, yj = 0] = [xs[i], ys[i], xs[j], ys[j]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
