import { inflateSync } from 'node:zlib';
import { LOGO_MAX_BYTES, LOGO_SIDE } from '@gt/contracts/words';
import { PNG_SIGNATURE, pngChunk } from './png-of.ts';

export type CleanPng =
  | { ok: true; png: Buffer; width: number; height: number }
  | { ok: false; message: string };

/** What a picture needs to be drawn. Everything else, such as where and by whom it was made, is left behind. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const no = (message: string) => ({ ok: false, message }) as const;
const BROKEN = no('The picture cannot be read. Save it as PNG again, then choose it once more.');

/**
 * A picture for the head of a paper, with nothing in it but the picture. Refused in a sentence: what is no PNG, is
 * larger than the limits, or does not hold the pixels that it says. Works on bytes in memory, at most 200 kB.
 */
export function cleanPng(bytes: Uint8Array): CleanPng {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source.length > LOGO_MAX_BYTES) {
    return no(
      `The picture has ${Math.ceil(source.length / 1024)} kB. It may have up to ${LOGO_MAX_BYTES / 1024} kB: save it smaller.`,
    );
  }
  if (!source.subarray(0, 8).equals(PNG_SIGNATURE)) {
    return no('The picture is no PNG. Open it in a drawing program and save it as PNG.');
  }
  const chunks = readChunks(source);
  const header = chunks?.[0];
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== 13) return BROKEN;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const { least, most } = LOGO_SIDE;
  if (Math.min(width, height) < least || Math.max(width, height) > most) {
    return no(`The picture is ${width} by ${height} pixels. Each side may have ${least} to 2,000.`);
  }
  if (header.data[12] !== 0) return no('The picture is interlaced. Save it as PNG without interlacing.');
  if (!holdsItsPixels(chunks, header.data)) return BROKEN;
  const kept = chunks.filter(({ type }) => KEPT.has(type));
  return {
    ok: true,
    png: Buffer.concat([PNG_SIGNATURE, ...kept.map(({ type, data }) => pngChunk(type, data))]),
    width,
    height,
  };
}

type Chunk = { type: string; data: Buffer };

/** Null when a part reaches beyond the end, or the end is not said. */
function readChunks(source: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= source.length; ) {
    const length = source.readUInt32BE(at);
    const type = source.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    if (end + 4 > source.length) return null;
    chunks.push({ type, data: source.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  return null;
}

/** Unpacked, it is as long as its size and depth say: neither cut short nor a bomb. */
function holdsItsPixels(chunks: readonly Chunk[], header: Buffer): boolean {
  const [depth = 0, colour = 0] = [header[8], header[9]];
  const channels = CHANNELS[colour];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth)) return false;
  if (colour === 3 && !chunks.some(({ type, data }) => type === 'PLTE' && data.length >= 3)) return false;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const expected = height * (1 + Math.ceil((width * channels * depth) / 8));
  try {
    const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
    const rows = inflateSync(packed, { maxOutputLength: expected + 1 });
    const row = expected / height;
    // Each row begins with the number of its filter, of which there are five.
    return (
      rows.length === expected &&
      Array.from({ length: height }, (_, y) => rows[y * row] ?? 9).every((f) => f < 5)
    );
  } catch {
    return false;
  }
}
