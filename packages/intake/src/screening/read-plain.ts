import { isBirthHeading } from '@gt/domain/screening';
import { type Piece, passage } from './passage.ts';

/** Text in UTF-8 or UTF-16 with a mark; what is no valid UTF-8 is Windows-1252, in which every byte is something. */
export function decodeText(data: Uint8Array): string {
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder('utf-16le').decode(data);
  if (data[0] === 0xfe && data[1] === 0xff) return new TextDecoder('utf-16be').decode(data);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return new TextDecoder('windows-1252').decode(data);
  }
}

/** Characters of one passage: enough that lines are not looked at one by one, few enough for a place to be found. */
const PASSAGE = 64 * 1024;

export async function* readText(data: Uint8Array): AsyncGenerator<Piece> {
  const text = decodeText(data);
  let [at, line] = [0, 1];
  while (at < text.length) {
    const newline = text.indexOf('\n', at + PASSAGE);
    const part = text.slice(at, newline === -1 ? text.length : newline + 1);
    yield passage(`From line ${line}`, part);
    line += part.split('\n').length - 1;
    at += part.length;
  }
}

/** Characters of rows that are looked at together: few, so that a place in a table is soon found. */
const ROWS = 1_024;

/**
 * A table in text: cells apart from each other, so that a number beside a separator is seen as a number; and cells
 * under a heading of dates of birth once more with that heading.
 */
export async function* readCsv(data: Uint8Array): AsyncGenerator<Piece> {
  const lines = decodeText(data).split(/\r?\n/);
  const separator = separatorOf(lines[0] ?? '');
  const births = cellsOf(lines[0] ?? '', separator).flatMap((heading, column) =>
    isBirthHeading(heading) ? [{ heading, column }] : [],
  );
  let [from, rows] = [1, ''];
  for (const [index, line] of lines.entries()) {
    const cells = cellsOf(line, separator);
    rows += `${cells.join('\t')}\n`;
    if (rows.length >= ROWS || index === lines.length - 1) {
      yield passage(`From line ${from}`, rows);
      [from, rows] = [index + 2, ''];
    }
    for (const { heading, column } of births) {
      if (index === 0) continue;
      const text = cells[column] ?? '';
      yield { kind: 'PASSAGE', place: `Line ${index + 1}`, text, isHidden: false, heading };
    }
  }
}

/** The sign between the cells of a table in text: the one that its first line has most of. */
export function separatorOf(line: string): string {
  return [',', ';', '\t', '|'].reduce((best, sign) =>
    line.split(sign).length > line.split(best).length ? sign : best,
  );
}

function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}
