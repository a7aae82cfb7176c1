/** A small real document, by what it says. The ending of `name` is the format. */
export type Paper =
  | { format: 'PDF'; name: string; heading: string; paragraphs: readonly string[] }
  | { format: 'XLSX' | 'CSV'; name: string; columns: readonly string[]; rows: readonly (readonly string[])[] }
  | { format: 'TXT'; name: string; lines: readonly string[] }
  | { format: 'PNG'; name: string; bars: readonly number[] };
