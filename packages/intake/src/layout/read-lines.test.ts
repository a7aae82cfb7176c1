import { describe, expect, it } from 'vitest';
import { classifyLine } from './classify-line.ts';
import { groupLines } from './group-lines.ts';
import { readLines } from './read-lines.ts';
import type { PageText, TextRun } from './text-run.ts';

const run = (text: string, x: number, y: number, over: Partial<TextRun> = {}): TextRun => ({
  text,
  x,
  y,
  size: 12,
  width: text.length * 6,
  font: 'body',
  ...over,
});
const page = (runs: TextRun[], number = 1): PageText => ({ number, width: 595, height: 842, runs });

function only(runs: TextRun[]) {
  const [line] = groupLines(page(runs));
  if (!line) throw new Error('no line');
  return line;
}

describe('groupLines', () => {
  it('puts runs of one baseline together from left to right, whatever their order in the file', () => {
    expect(only([run('world', 110, 700), run('hello', 72, 700.4)]).text).toBe('hello world');
  });
  it('joins runs that touch without a space', () => {
    expect(only([run('Leaders', 72, 700), run('’', 114, 700, { font: 'other' })]).text).toBe('Leaders’');
  });
  it('parts cells at a wide gap', () => {
    const line = only([run('Overall effectiveness', 72, 700), run('Good', 395, 700)]);
    expect(line.segments.map((segment) => segment.text)).toEqual(['Overall effectiveness', 'Good']);
  });
  it('sets a raised footnote mark aside, on its own baseline or not', () => {
    const heading = run('What needs to improve?', 72, 693.3, { size: 14, width: 170 });
    for (const lift of [3, 5.1]) {
      const line = only([heading, run('1', 242, 693.3 + lift, { size: 9, width: 5 })]);
      expect(line.text).toBe('What needs to improve?');
      expect(line.marks).toEqual(['1']);
    }
  });
  it('drops soft hyphens and empty runs', () => {
    expect(only([run('co\u00ADoperation', 72, 700), run('   ', 200, 700)]).text).toBe('cooperation');
  });
});

describe('classifyLine', () => {
  const kinds = (runs: TextRun[]) => classifyLine(only(runs));
  it.each(['•', '◼', '\uF06E', '▪', '■', '·'])('knows the bullet %s', (mark) => {
    const start = kinds([run(mark, 72, 700, { width: 6 }), run('Plans', 90, 700)]);
    expect(start).toMatchObject({ kind: 'bullet', mark, text: 'Plans', textX: 90 });
  });
  it('knows a sign from a symbol font as a bullet, whatever it is', () => {
    expect(kinds([run('✦', 72, 700, { font: 'sym', width: 6 }), run('Plans', 90, 700)]).kind).toBe('bullet');
  });
  it('does not take a quotation mark in another font for a bullet', () => {
    expect(kinds([run('‘', 72, 700, { font: 'q', width: 3 }), run('front door’', 78, 700)]).kind).toBe(
      'text',
    );
  });
  it('does not take a dash in another font for a bullet of its own font', () => {
    const start = kinds([run('–', 72, 700, { font: 'sym', width: 6 }), run('published', 81, 700)]);
    expect(start).toMatchObject({ kind: 'bullet', gap: 0.25 });
  });
  it.each(['1.', '10.', '124.'])('knows the number %s, even close to its text', (mark) => {
    const start = kinds([run(mark, 72, 700, { width: 17 }), run('Plans', 90, 700)]);
    expect(start).toMatchObject({ kind: 'number', number: Number.parseInt(mark, 10), text: 'Plans' });
  });
  it('does not take a figure at the head of a line for a number', () => {
    expect(kinds([run('47', 72, 700, { width: 12 }), run('enquiries', 87, 700)]).kind).toBe('text');
    expect(kinds([run('2019 inspection', 72, 700)]).kind).toBe('text');
  });
  it('reads mark and text that share one run', () => {
    expect(kinds([run('• Plans for all', 72, 700)])).toMatchObject({ kind: 'bullet', text: 'Plans for all' });
    expect(kinds([run('3. Plans for all', 72, 700)])).toMatchObject({ kind: 'number', number: 3 });
  });
});

describe('readLines', () => {
  const body = (number: number, extra: TextRun[] = []) =>
    page(
      [
        ...Array.from({ length: 12 }, (_, row) =>
          run(`words of page ${number}, line ${row}`, 72, 750 - row * 14),
        ),
        ...extra,
      ],
      number,
    );
  it('drops page numbers, running footers and footnotes, and nothing else', () => {
    const pages = [1, 2, 3].map((number) =>
      body(number, [
        run('1', 72, 89, { size: 6.5, width: 3 }),
        run('A note at the foot of the page', 78, 86, { size: 10 }),
        run('Inspection of Northmoor', 72, 40, { size: 8 }),
        run('3 to 7 November 2025', 72, 30, { size: 8 }),
        run(String(number), 512, 34, { size: 20, width: 11 }),
      ]),
    );
    const lines = readLines(pages);
    expect(lines).toHaveLength(36);
    expect(lines.every((entry) => entry.line.text.startsWith('words of page'))).toBe(true);
  });
  it('keeps a last line of the page that stands low but is no footer', () => {
    const lines = readLines([body(1, [run('the page’s own last words', 72, 60)]), body(2)]);
    expect(lines.map((entry) => entry.line.text)).toContain('the page’s own last words');
  });
  it('knows headings by size, and by their words where only the font differs', () => {
    const lines = readLines([
      body(1, [
        run('The impact of leaders', 72, 560, { size: 14 }),
        run('What needs to improve', 72, 530, { font: 'bold' }),
        run('A sentence set in bold.', 72, 500, { font: 'bold' }),
      ]),
    ]);
    expect(lines.filter((entry) => entry.isHeading).map((entry) => entry.line.text)).toEqual([
      'The impact of leaders',
      'What needs to improve',
    ]);
  });
});
