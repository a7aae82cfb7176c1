/**
 * The rows of a table in text, one after another, so that whoever wants the first few reads no further. A cell in
 * quotes keeps its separators and line breaks, and a doubled quote in it is one; a quote that is never closed, or that
 * stands in the middle of a cell, is a sign like any other. Empty lines are no rows.
 * Source: RFC 4180, and what spreadsheets write.
 * Example: `week,note\n1,"seen\nat home"` → ["week", "note"], ["1", "seen\nat home"].
 */
export function* csvRows(text: string, separator: string): Generator<string[]> {
  let row: string[] = [];
  let at = 0;
  // Once none is closed any more, none is looked for again.
  let mayQuote = true;
  while (at < text.length) {
    const close = mayQuote && text[at] === '"' ? closingQuote(text, at) : -1;
    if (text[at] === '"' && close === -1) mayQuote = false;
    const end = endOfCell(text, close === -1 ? at : close + 1, separator);
    const quoted = close === -1 ? '' : text.slice(at + 1, close).replaceAll('""', '"');
    const rest = text.slice(close === -1 ? at : close + 1, end);
    row.push(quoted + rest);
    if (text[end] === separator) {
      at = end + 1;
      // A separator at the very end has an empty cell behind it.
      if (at === text.length) row.push('');
      continue;
    }
    if (row.length > 1 || row[0] !== '') yield row;
    row = [];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  if (row.length > 0) yield row;
}

/** Where the cell that begins with this quote closes it: the next quote that is not doubled. −1 when none does. */
function closingQuote(text: string, opens: number): number {
  let at = text.indexOf('"', opens + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endOfCell(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === separator || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
}
