import { expect, test } from 'vitest';
import { FORMULA_PAYLOADS } from '../fixtures/formula-payloads.ts';
import { csvCell, csvFromRows } from './csv-from-rows.ts';

test.each(FORMULA_PAYLOADS)('%j cannot be run', (payload) => {
  const cell = csvCell(payload);
  const shown = cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell;
  expect(shown).not.toMatch(/^[\s\ufeff\u200e]*[=+\-@＝＋－＠]/);
});

test('plain text is left as it is, and what needs quoting is quoted', () => {
  expect(csvCell('Head of Fostering')).toBe('Head of Fostering');
  expect(csvCell('12 March 2026')).toBe('12 March 2026');
  expect(csvCell('a, "b"\nc')).toBe('"a, ""b""\nc"');
});

test('rows end as RFC 4180 says, after a byte-order mark', async () => {
  let text = '';
  for await (const chunk of csvFromRows(['Ref', 'Title'], [['R1', '=x']]))
    text += Buffer.from(chunk).toString('utf8');
  expect(text).toBe("\ufeffRef,Title\r\nR1,'=x\r\n");
});
