const END_OF_DIRECTORY = 0x06054b50;

/** True when the bytes begin with these Latin-1 characters. */
export function startsWith(bytes: Uint8Array, latin1: string): boolean {
  if (bytes.length < latin1.length) return false;
  return [...latin1].every((character, index) => bytes[index] === character.charCodeAt(0));
}

/**
 * True when a file ends as a ZIP ends: an end record whose comment reaches exactly to the last byte.
 * Readers of archives look from the end, so a PDF or picture with such an end opens as both.
 */
export function hasZipEnd(tail: Uint8Array): boolean {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    if (at + 22 + view.getUint16(at + 20, true) === tail.length) return true;
  }
  return false;
}

/** Text in UTF-8, Windows-1252 or marked UTF-16: no zero byte and no control character but white space. */
export function isPlainText(head: Uint8Array): boolean {
  if (startsWith(head, '\u00ff\u00fe') || startsWith(head, '\u00fe\u00ff')) return head.length % 2 === 0;
  if (startsWith(head, '#!')) return false;
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
}

/** Markup that a browser might run when it guesses: HTML, SVG, XML, script. */
export function looksLikeMarkup(head: Uint8Array): boolean {
  const text = decodeStart(head)
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  return /^<(!doctype|html|head|body|script|svg|\?xml|iframe|object|embed|!--)/.test(text);
}

function decodeStart(head: Uint8Array): string {
  const start = head.subarray(0, 1024);
  if (startsWith(head, '\u00ff\u00fe')) return new TextDecoder('utf-16le').decode(start);
  if (startsWith(head, '\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(start);
  return new TextDecoder('utf-8').decode(start);
}
