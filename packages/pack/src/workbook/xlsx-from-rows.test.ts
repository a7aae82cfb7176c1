import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { FORMULA_PAYLOADS } from '../fixtures/formula-payloads.ts';
import { readZip } from '../fixtures/read-zip.ts';
import { cellText, columnName, type Sheet } from './sheet-xml.ts';
import { xlsxFromRows } from './xlsx-from-rows.ts';

async function xlsx(sheets: Sheet[], marking = ''): Promise<Map<string, string>> {
  const out = new PassThrough();
  const bytes = buffer(out);
  await xlsxFromRows(out, sheets, { title: 'Actions', marking, createdAt: new Date('2026-03-12T09:30:00Z') });
  const files = await readZip(await bytes);
  return new Map([...files].map(([name, content]) => [name, content.toString('utf8')]));
}

const columns = [{ header: 'Text', width: 20 }];
const one = (text: string): Sheet => ({ name: 'One', columns, rows: [[text]] });

test.each(FORMULA_PAYLOADS)('%j stays text', async (payload) => {
  const xml = (await xlsx([one(payload)])).get('xl/worksheets/sheet1.xml') ?? '';
  expect(xml).not.toMatch(/<f[\s>/]/);
  expect(xml).not.toContain('<v>');
  for (const cell of xml.match(/<c [^>]*>/g) ?? []) expect(cell).toContain('t="inlineStr"');
  expect(xml).toContain(`<t xml:space="preserve">${cellText(payload)}</t>`);
});

test('nothing is hidden, nobody is named, the header is frozen', async () => {
  const files = await xlsx([
    one('a'),
    { ...one('b'), name: 'A name of more than thirty-one characters/[x]' },
  ]);
  const workbook = files.get('xl/workbook.xml') ?? '';
  expect(workbook).not.toMatch(/hidden|definedName/i);
  expect(workbook).toContain('name="A name of more than thirty-one "');
  expect(files.get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/);
  expect(files.get('xl/worksheets/sheet1.xml')).toContain('state="frozen"');
  expect([...files.keys()].some((name) => /pivot|comment|vba|external/i.test(name))).toBe(false);
});

test('the marking is printed at the top and bottom, with its ampersand doubled', async () => {
  const xml = (await xlsx([one('a')], 'OFFICIAL & SENSITIVE')).get('xl/worksheets/sheet1.xml') ?? '';
  expect(xml.match(/OFFICIAL &amp;&amp; SENSITIVE/g)).toHaveLength(2);
});

test('control characters, markup and Excel escapes in people’s text', () => {
  expect(cellText('a\u0000b\u0008c\r\nd\u202ee')).toBe('abc\nde');
  expect(cellText('<b>&"')).toBe('&lt;b&gt;&amp;&quot;');
  expect(cellText('_x000D_')).toBe('_x005F_x000D_');
  expect(cellText('\ud800')).toBe('\ufffd');
});

test('a very long text says that it was cut', () => {
  const cut = cellText('y'.repeat(40_000));
  expect(cut).toHaveLength(32_767);
  expect(cut).toMatch(/cut here: a cell holds 32,767 characters\)$/);
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
