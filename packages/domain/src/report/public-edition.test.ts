import { isoDate, type ReportCell, type ReportContent, type ReportTable } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import { hideSmallFigures } from './hide-small-figures.ts';
import {
  compareWording,
  findInWords,
  publicEdition,
  readWords,
  regenerate,
  unsettled,
  wordRuns,
} from './index.ts';

const count = (value: number, group = String(value), unit = 'children'): ReportCell => ({
  text: `${value} ${unit}`,
  figure: { group, unit, role: 'VALUE', value },
});
const table = (rows: ReportCell[][], more: Partial<ReportTable> = {}): ReportTable => ({
  kind: 'TABLE',
  key: 't',
  caption: 'Children placed',
  columns: ['Measure', 'Latest', 'Distance'].map((header) => ({ header, width: 1, isInternal: false })),
  rows,
  note: '',
  ...more,
});
const paper = (blocks: ReportContent['sections'][number]['blocks']): ReportContent => ({
  formatVersion: 1,
  subtitle: 'Northmoor plan',
  facts: [],
  sections: [{ key: 's', heading: 'Section', isIncluded: true, blocks }],
});
const words = (text: string, more: object = {}) =>
  ({ kind: 'WORDS', key: 'w', text, written: text, isInternal: false, ...more }) as const;

const shown = (value: ReportTable) => value.rows.map((row) => row.map(({ text }) => text));

describe('small counts', () => {
  it.each([
    [0, '0 children'],
    [1, 'fewer than 6'],
    [5, 'fewer than 6'],
    [6, '6 children'],
  ])('%i children reads “%s”', (value, text) => {
    expect(shown(hideSmallFigures(table([[{ text: 'M1' }, count(value)]])).table)).toEqual([['M1', text]]);
  });

  it('leaves rates and lengths of time alone', () => {
    const rows = [
      [{ text: 'M1' }, count(3, 'M1', '%')],
      [{ text: 'M2' }, count(4, 'M2', 'days')],
    ];
    expect(hideSmallFigures(table(rows)).hidden).toEqual([]);
  });

  it('hides the sentence a small count could be worked out from, and drops every count from what is stored', () => {
    const derived: ReportCell = {
      text: '7 children short of the target of 10 children',
      figure: { group: 'M1', unit: 'children', role: 'DERIVED', value: null },
    };
    const { table: hidden } = hideSmallFigures(table([[{ text: 'M1' }, count(3, 'M1'), derived]]));
    expect(shown(hidden)).toEqual([['M1', 'fewer than 6', 'not shown']]);
    expect(JSON.stringify(hidden)).not.toMatch(/"figure"|: ?3\b/);
  });

  it('hides a second part where a total would give the first away', () => {
    const rows = [3, 25, 12, 40].map((value) => [{ text: `n${value}` }, count(value)]);
    expect(shown(hideSmallFigures(table(rows)).table).map((row) => row[1])).toEqual([
      'fewer than 6',
      '25 children',
      'not shown',
      '40 children',
    ]);
  });

  it('hides no more where two parts are hidden already', () => {
    const rows = [3, 2, 35, 40].map((value) => [{ text: `n${value}` }, count(value)]);
    expect(shown(hideSmallFigures(table(rows)).table).map((row) => row[1])).toEqual([
      'fewer than 6',
      'fewer than 6',
      '35 children',
      '40 children',
    ]);
  });
});

describe('the public edition', () => {
  const people = ['Ada Brook', 'Head of Fostering', 'Head of Fostering, holder 1'];
  const posts = ['Head of Fostering'];

  it('leaves out internal words and columns and names, and says each of them', () => {
    const inside = table([[{ text: 'R1.A1 with Ada Brook' }, { text: 'Secret reason' }]], {
      columns: [
        { header: 'Action', width: 1, isInternal: false },
        { header: 'Why', width: 1, isInternal: true },
      ],
    });
    const { content, leftOut } = publicEdition(
      paper([
        words('The Head of Fostering leads. Ms Brook wrote it.'),
        words('The agency is late.', { key: 'x', isInternal: true }),
        inside,
      ]),
      people,
      posts,
    );
    const text = JSON.stringify(content);
    for (const gone of ['Brook', 'Secret', 'agency']) expect(text).not.toContain(gone);
    expect(text).toContain('The Head of Fostering leads. [name left out] wrote it.');
    expect(leftOut.map(({ what, words: said }) => `${what} ${said}`)).toEqual([
      'NAME Ms Brook',
      'WORDS The agency is late.',
      'COLUMN Children placed: the column “Why”',
      'NAME Ada Brook',
    ]);
  });

  it('leaves out what the paper left out, without a word', () => {
    const content = paper([words('Said')]);
    const section = content.sections[0];
    if (section) section.isIncluded = false;
    expect(publicEdition(content, people, posts).content.sections).toEqual([]);
  });

  it.each([
    ['Ada Brook said so', ['Ada Brook']],
    ['ADA  BROOK said so', ['ADA BROOK']],
    ['As Brook, Ada wrote', ['Brook, Ada']],
    ['A. Brook and Cllr Brook', ['A. Brook', 'Cllr Brook']],
    ['Head of Fostering, holder 1', ['Head of Fostering, holder 1']],
    ['The Head of Fostering and the brook at Adabrook', []],
    ['Two children and 3 foster carers moved', ['Two children', '3 foster carers']],
    ['Six children, 12 families and 5 days', []],
  ])('finds in “%s”: %j', (text, found) => {
    const findings = findInWords({ ...paper([words(text)]), title: 'Board report' }, people, posts, {
      today: isoDate('2026-03-12'),
    });
    expect(findings.map((finding) => finding.words)).toEqual(found);
    expect(
      unsettled(
        findings,
        findings.map((one) => ({ words: one.words.toUpperCase(), why: 'In the public record.' })),
      ),
    ).toEqual([]);
    expect(
      unsettled(
        findings,
        findings.map((one) => ({ words: one.words, why: ' ' })),
      ),
    ).toEqual(findings);
  });
});

describe('wording', () => {
  it('is read as paragraphs and lists', () => {
    expect(readWords('One\nand two\n\nThree\n- a\n- b\n  more\nFour')).toEqual([
      { kind: 'PARAGRAPH', text: 'One and two' },
      { kind: 'PARAGRAPH', text: 'Three' },
      { kind: 'LIST', items: ['a', 'b more'] },
      { kind: 'PARAGRAPH', text: 'Four' },
    ]);
    expect(readWords('  \n')).toEqual([]);
  });

  it('is compared word by word', () => {
    expect(wordRuns('a b c', 'a x c')).toEqual([
      { kind: 'SAME', text: 'a ' },
      { kind: 'REMOVED', text: 'b' },
      { kind: 'ADDED', text: 'x' },
      { kind: 'SAME', text: ' c' },
    ]);
    expect(compareWording(paper([words('Same')]), paper([words('Same')]))).toEqual([]);
    expect(compareWording(paper([words('Old')]), paper([words('New')]))).toMatchObject([
      { change: 'CHANGED', heading: 'Section' },
    ]);
  });

  it('that somebody changed survives writing afresh, when asked', () => {
    const old = paper([{ ...words('Mine'), written: 'Old' }]);
    const fresh = paper([words('New')]);
    const text = (content: ReportContent) => content.sections[0]?.blocks[0];
    expect(text(regenerate(old, fresh, true))).toMatchObject({ text: 'Mine', written: 'New' });
    expect(text(regenerate(old, fresh, false))).toMatchObject({ text: 'New', written: 'New' });
  });
});
