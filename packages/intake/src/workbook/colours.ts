/** The palette that old workbooks name colours of by number (ECMA-376, 18.8.27). */
export const INDEXED_COLOURS: readonly string[] = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** A colour made lighter (tint above 0, up to 1) or darker (below 0). Example: FF0000 at 0.5 is FF8080. */
export function tinted(colour: string, tint: number): string {
  if (!Number.isFinite(tint) || tint === 0) return colour;
  const parts = [0, 2, 4].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    const mixed = tint > 0 ? value + (255 - value) * Math.min(tint, 1) : value * (1 + Math.max(tint, -1));
    return Math.round(mixed).toString(16).padStart(2, '0');
  });
  return parts.join('').toUpperCase();
}
