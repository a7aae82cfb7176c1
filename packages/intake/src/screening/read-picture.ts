import { type Piece, passage } from './passage.ts';

/** Runs of readable signs in the data that a camera or a program keeps with a picture. */
const READABLE = /[\x20-\x7e\u00a0-\u00ff]{4,}/g;
const GPS_TAG = 0x8825;

/** What a picture carries beside what it shows. What it shows, a person has to look at. */
export async function* readPicture(data: Uint8Array): AsyncGenerator<Piece> {
  yield { kind: 'UNREAD', sentence: 'It is a picture: what it shows, a person has to look at.' };
  const kept = data[0] === 0x89 ? pngTexts(data) : jpegSegments(data);
  for (const block of kept) {
    const latin = Buffer.from(block).toString('latin1');
    // Text of Windows is kept in two bytes a sign.
    const texts = [latin, latin.replaceAll('\0', '')].map((text) => (text.match(READABLE) ?? []).join('\n'));
    yield passage('Data kept with the picture', texts.join('\n'), true);
    if (hasPosition(block)) yield { kind: 'LOCATION', place: 'Data kept with the picture' };
  }
}

/** The application and comment segments of a JPEG, up to the picture itself. */
function* jpegSegments(data: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 2;
  while (at + 4 <= data.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return;
    const length = view.getUint16(at + 2);
    if ((marker >= 0xe1 && marker <= 0xef) || marker === 0xfe) yield data.subarray(at + 4, at + 2 + length);
    at += 2 + length;
  }
}

/** The text and camera chunks of a PNG. */
function* pngTexts(data: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 8;
  while (at + 12 <= data.length) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...data.subarray(at + 4, at + 8));
    if (/^(?:tEXt|iTXt|zTXt|eXIf)$/.test(kind)) yield data.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
}

/** Whether camera data (EXIF, the layout of TIFF) points at a table of positions. */
function hasPosition(block: Uint8Array): boolean {
  const start = Buffer.from(block.subarray(0, 6)).toString('latin1') === 'Exif\0\0' ? 6 : 0;
  const tiff = new DataView(block.buffer, block.byteOffset + start, block.byteLength - start);
  if (tiff.byteLength < 8) return false;
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return false;
  const isLittle = order === 0x4949;
  const first = tiff.getUint32(4, isLittle);
  if (first + 2 > tiff.byteLength) return false;
  const count = tiff.getUint16(first, isLittle);
  for (let index = 0; index < count; index += 1) {
    const at = first + 2 + index * 12;
    if (at + 12 > tiff.byteLength) return false;
    if (tiff.getUint16(at, isLittle) === GPS_TAG) return true;
  }
  return false;
}
