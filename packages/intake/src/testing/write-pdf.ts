/** One run of text: x and baseline y in points from the bottom left of an A4 page. */
export type PlacedText = {
  x: number;
  y: number;
  size: number;
  text: string;
  bold?: boolean;
  /** A font of signs: the printer's standard one, or one whose signs stand in the private-use area. */
  signs?: 'dingbats' | 'private';
};

export const A4 = { width: 595, height: 842 };

/** Advance widths of Helvetica for the characters from space to tilde, in thousandths of the size. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Signs outside ASCII that the standard encoding has, and their codes and widths. */
const SIGNS: Record<string, [code: number, width: number]> = {
  '‘': [0x91, 222],
  '’': [0x92, 222],
  '“': [0x93, 333],
  '”': [0x94, 333],
  '•': [0x95, 350],
  '–': [0x96, 556],
  '—': [0x97, 1000],
  '£': [0xa3, 556],
  // The soft hyphen has no width but at a line's end.
  '\u00AD': [0xad, 333],
};
const BOLD_FACTOR = 1.07;

/** Width of a text in points, near enough to wrap lines by. */
export function textWidth(text: string, size: number, bold = false): number {
  let units = 0;
  for (const sign of text) units += SIGNS[sign]?.[1] ?? WIDTHS[(sign.codePointAt(0) ?? 32) - 32] ?? 556;
  return (units * size * (bold ? BOLD_FACTOR : 1)) / 1000;
}

/**
 * Writes a small valid PDF: one content stream a page, text in Helvetica. With `encrypted` it carries an
 * encryption dictionary whose password nobody knows; `turned` sets the pages sideways and turns them upright.
 */
export function writePdf(
  pages: readonly PlacedText[][],
  options: { encrypted?: boolean; turned?: boolean } = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const firstPage = 8;
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>');
  add(`<< /Length ${PRIVATE_SIGNS.length} >>\nstream\n${PRIVATE_SIGNS}\nendstream`);
  const turned = options.turned === true;
  const box = turned ? `[0 0 ${A4.height} ${A4.width}] /Rotate 90` : `[0 0 ${A4.width} ${A4.height}]`;
  for (const [index, texts] of pages.entries()) {
    const content = texts.map((text) => showText(text, turned)).join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents ${firstPage + index * 2 + 1} 0 R` +
        ' /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R /F4 6 0 R >> >> >>',
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  if (options.encrypted) {
    const key = '00112233445566778899aabbccddeeff'.repeat(2);
    add(`<< /Filter /Standard /V 1 /R 2 /Length 40 /O <${key}> /U <${key}> /P -4 >>`);
  }
  return serialise(objects, options.encrypted === true);
}

function serialise(objects: readonly string[], isEncrypted: boolean): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const id = '<000102030405060708090a0b0c0d0e0f>';
  const encryption = isEncrypted ? ` /Encrypt ${objects.length} 0 R` : '';
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /ID [${id} ${id}]${encryption} >>`;
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

/** Says that "n" stands for a sign of the private-use area, as word processors' symbol fonts do. */
const PRIVATE_SIGNS =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Signs def /CMapType 2 def ' +
  '1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <6E> <F0A7> endbfchar endcmap end end';

function showText({ x, y, size, text, bold, signs }: PlacedText, turned: boolean): string {
  const font = signs === 'dingbats' ? 'F3' : signs === 'private' ? 'F4' : bold ? 'F2' : 'F1';
  const matrix = turned
    ? `0 1 -1 0 ${(A4.height - y).toFixed(2)} ${x.toFixed(2)}`
    : `1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)}`;
  return `BT /${font} ${size} Tf ${matrix} Tm (${encode(text)}) Tj ET`;
}

function encode(text: string): string {
  let out = '';
  for (const sign of text) {
    const code = SIGNS[sign]?.[0] ?? sign.codePointAt(0) ?? 63;
    if (code < 32 || code > 255) throw new RangeError(`"${sign}" is not in the standard encoding`);
    out += '()\\'.includes(sign) ? `\\${sign}` : String.fromCharCode(code);
  }
  return out;
}
