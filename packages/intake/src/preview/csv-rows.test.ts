import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRows } from './csv-rows.ts';

const rows = (text: string, separator = ',') => [...csvRows(text, separator)];

it.each<[string, string, string[][]]>([
  [
    'cells and lines',
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a line break in a cell',
    'week,note\n1,"seen\nat home"\n2,later',
    [
      ['week', 'note'],
      ['1', 'seen\nat home'],
      ['2', 'later'],
    ],
  ],
  ['a line break of Windows in a cell', '"a\r\nb",c', [['a\r\nb', 'c']]],
  ['a separator and a quote in a cell', '"a,b","say ""yes"""', [['a,b', 'say "yes"']]],
  ['a cell of nothing but quotes', '"""",""', [['"', '']]],
  [
    'a quote that is never closed',
    'a,"b\nc,d',
    [
      ['a', '"b'],
      ['c', 'd'],
    ],
  ],
  ['a quote in the middle of a cell', '5" pipe,b', [['5" pipe', 'b']]],
  ['words behind a closed quote', '"a" b,c', [['a b', 'c']]],
  ['empty lines', '\n\na\n\n', [['a']]],
  [
    'empty cells',
    ',\na,',
    [
      ['', ''],
      ['a', ''],
    ],
  ],
  ['old line ends', 'a\rb', [['a'], ['b']]],
  ['nothing', '', []],
])('%s', (_, text, expected) => {
  expect(rows(text)).toEqual(expected);
});

it('gives back what a spreadsheet writes, whatever stands in its cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  const written = (cells: string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
  fc.assert(
    fc.property(table, (lines) => {
      expect(rows(lines.map(written).join('\r\n'))).toEqual(lines);
    }),
  );
});

it('looks for the end of a quote once where none is closed any more', () => {
  // Looked for from each of them, these would take minutes.
  const cells = Array.from({ length: 200_000 }, () => '""""""b');
  expect(rows(`"${cells.join(',')}`)[0]).toHaveLength(cells.length);
});
