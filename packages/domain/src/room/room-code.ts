/** Letters and figures that nobody mixes up when a code is read out, and no vowels, so that no code is a word. */
export const ROOM_CODE = { letters: '23456789BCDFGHJKMNPQRSTVWXYZ', length: 10 } as const;

/** As it is shown and read out: "7KQMB-4XPDZ". */
export function groupedCode(code: string): string {
  const half = ROOM_CODE.length / 2;
  return `${code.slice(0, half)}-${code.slice(half)}`;
}

/** The code behind what somebody typed: in small letters, with blanks or hyphens as they like. */
export function typedCode(text: string): string {
  return text.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase();
}
