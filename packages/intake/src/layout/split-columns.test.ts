import { describe, expect, it } from 'vitest';
import { splitColumns } from './split-columns.ts';
import type { TextRun } from './text-run.ts';

const run = (text: string, x: number, y: number): TextRun => ({
  text,
  x,
  y,
  size: 12,
  width: text.length * 5,
  font: 'body',
});
const page = (runs: TextRun[]) => ({ number: 1, width: 595, height: 842, runs });
const rows = Array.from({ length: 10 }, (_, index) => 700 - index * 15);

describe('splitColumns', () => {
  it('reads down the left column before the right one, each from the same margin', () => {
    const heading = run(
      'A heading that runs right across the page, over both of its columns of text',
      72,
      740,
    );
    const left = rows.map((y, index) => run(`left ${index} with words enough to fill it`, 72, y));
    const right = rows.map((y, index) => run(`right ${index} with words enough to fill it`, 320, y));
    const pieces = splitColumns(
      page([heading, ...left.flatMap((each, index) => [each, right[index] ?? each])]),
    );
    expect(pieces.map((piece) => piece.runs.map(({ text }) => text.slice(0, 7)))).toEqual([
      ['A headi'],
      left.map(({ text }) => text.slice(0, 7)),
      right.map(({ text }) => text.slice(0, 7)),
    ]);
    expect(new Set(pieces.at(-1)?.runs.map(({ x }) => x))).toEqual(new Set([72]));
  });
  it('leaves a table of judgements and a page of one column whole', () => {
    const table = rows.flatMap((y) => [
      run('The experiences and progress of children', 72, y),
      run('Requires improvement to be good', 395, y),
    ]);
    expect(splitColumns(page(table))).toHaveLength(1);
    const text = rows.map((y) =>
      run('words of one column that run over all of the width of the page they are on', 72, y),
    );
    expect(splitColumns(page(text))).toHaveLength(1);
  });
});
