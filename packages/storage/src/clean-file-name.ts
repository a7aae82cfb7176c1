/** Controls, zero-width characters and marks that turn the reading direction: they disguise endings. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
const MAX_LENGTH = 120;

/**
 * The name a person gave a file, made safe to show and to save anywhere: no path, no control or
 * right-to-left characters, no Windows device name, at most 120 characters with its ending kept.
 * Example: "..\\x\\report\u202Efdp.exe" → "reportfdp.exe", so that the real ending is seen.
 */
export function cleanFileName(raw: string): string {
  const last = raw.toWellFormed().replace(INVISIBLE, '').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[<>:"|?*\ufffd]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const named = RESERVED.test(plain) ? `_${plain}` : plain;
  return shorten(named === '' ? 'file' : named);
}

/** The ending in lower case without its dot: "Audit.Final.PDF" → "pdf"; '' when there is none. */
export function fileExtension(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_LENGTH) return name;
  const extension = fileExtension(name);
  const ending = extension !== '' && extension.length <= 10 ? `.${name.slice(-extension.length)}` : '';
  return (
    characters
      .slice(0, MAX_LENGTH - ending.length)
      .join('')
      .trimEnd() + ending
  );
}
