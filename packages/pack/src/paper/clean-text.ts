/** What no format on paper can carry: controls but tab and new line, and non-characters. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/g;
/** Marks that turn the reading direction and so can disguise what a line says. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** People's text made fit for XML, HTML and PDF; the words stay as they are. Line ends become "\n". */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replace(CONTROLS, '')
    .replace(DIRECTION_MARKS, '');
}

/** `cleanText` on every string of plain data, however deep. */
export function cleanData<T>(data: T): T {
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === 'string' ? cleanText(value) : value,
  ) as T;
}

/** For the text between tags and in quoted attributes, in HTML and XML alike. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
