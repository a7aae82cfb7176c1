/** A picture as it may be looked at: what it shows, and nothing that a camera or a program kept with it. */
export type PlainPicture =
  | { ok: true; data: Uint8Array; mediaType: 'image/png' | 'image/jpeg'; width: number; height: number }
  | { ok: false; sentence: string };

/** A browser unpacks four bytes a point: beyond this a small file would fill its memory. */
const MOST_POINTS = 60_000_000;

/** Chunks of a PNG that are the picture itself, its colours and its transparency. */
const PNG_CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'sRGB',
  'cHRM',
  'iCCP',
  'sBIT',
  'pHYs',
  'bKGD',
]);
const NO_PICTURE: PlainPicture = { ok: false, sentence: 'It is damaged, and cannot be shown.' };

/**
 * Copies a PNG or JPEG piece by piece and leaves out everything else: texts, camera data with the place where it was
 * taken, and whatever stands after its end. Nothing is decoded, so a hostile picture finds no decoder here.
 */
export function plainPicture(data: Uint8Array): PlainPicture {
  const picture = data[0] === 0x89 ? plainPng(data) : plainJpeg(data);
  if (!picture.ok) return picture;
  const { width, height } = picture;
  if (width * height > MOST_POINTS || width * height === 0) {
    const size = `${width.toLocaleString('en-GB')} by ${height.toLocaleString('en-GB')} points`;
    return { ok: false, sentence: `It is ${size}, more than is shown in a page. Download it to look at it.` };
  }
  return picture;
}

function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}

function plainPng(data: Uint8Array): PlainPicture {
  const view = viewOf(data);
  const kept: Uint8Array[] = [data.subarray(0, 8)];
  let [width, height] = [0, 0];
  for (let at = 8; at + 12 <= data.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > data.length) return NO_PICTURE;
    const kind = String.fromCharCode(...data.subarray(at + 4, at + 8));
    if (kind === 'IHDR' && end - at >= 25)
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (PNG_CHUNKS.has(kind)) kept.push(data.subarray(at, end));
    if (kind === 'IEND')
      return { ok: true, data: Buffer.concat(kept), mediaType: 'image/png', width, height };
    at = end;
  }
  return NO_PICTURE;
}

/** Frame headers, in which a JPEG says its size. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** JFIF, colour profile and Adobe's colour transform: without them colours would be others. */
const isKept = (marker: number) =>
  marker < 0xe0 ||
  marker === 0xe0 ||
  marker === 0xe2 ||
  marker === 0xee ||
  (marker > 0xef && marker !== 0xfe);

function plainJpeg(data: Uint8Array): PlainPicture {
  const view = viewOf(data);
  const kept: Uint8Array[] = [data.subarray(0, 2)];
  let [width, height] = [0, 0];
  for (let at = 2; at + 4 <= data.length && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const end = at + 2 + view.getUint16(at + 2);
    if (end > data.length) return NO_PICTURE;
    if (isFrame(marker) && end - at >= 9) [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    if (marker === 0xe1) kept.push(turnedOnly(data.subarray(at, end)));
    else if (isKept(marker)) kept.push(data.subarray(at, end));
    if (marker === 0xda) {
      const last = Buffer.from(data.buffer, data.byteOffset, data.length).lastIndexOf(
        Buffer.from([0xff, 0xd9]),
      );
      if (last < end) return NO_PICTURE;
      kept.push(data.subarray(end, last + 2));
      return { ok: true, data: Buffer.concat(kept), mediaType: 'image/jpeg', width, height };
    }
    at = end;
  }
  return NO_PICTURE;
}

const ORIENTATION = 0x0112;

/** Camera data with its one harmless entry, which way up the picture is; nothing when it has none. */
function turnedOnly(segment: Uint8Array): Uint8Array {
  const turned = orientationOf(segment.subarray(10));
  if (turned === null) return new Uint8Array();
  const exif = Buffer.from(
    'ffe1 0022 457869660000 4d4d 002a 00000008 0001 0112 0003 00000001 0000 0000 00000000'.replaceAll(
      ' ',
      '',
    ),
    'hex',
  );
  exif.writeUInt16BE(turned, 28);
  return exif;
}

function orientationOf(tiff: Uint8Array): number | null {
  if (tiff.length < 14) return null;
  const view = viewOf(tiff);
  const isLittle = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, isLittle);
  if (first + 2 > tiff.length) return null;
  const count = view.getUint16(first, isLittle);
  for (let index = 0; index < count; index += 1) {
    const at = first + 2 + index * 12;
    if (at + 12 > tiff.length) return null;
    if (view.getUint16(at, isLittle) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
