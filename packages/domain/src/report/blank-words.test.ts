import type { ReportContent } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import { blankWords, type DestroyedWords } from './index.ts';

const target = (more: Partial<DestroyedWords> = {}): DestroyedWords => ({
  texts: ['Ada Brook ran away from home and was found by the police at night.', 'Too soon.'],
  reference: 'R1.A2',
  isWholeRecord: false,
  isOwnPaper: false,
  destroyed: '[destroyed]',
  ...more,
});
const words = (text: string, written = text): ReportContent => ({
  formatVersion: 1,
  subtitle: 'Northmoor plan',
  facts: [{ label: 'Council', value: 'Northmoor Council' }],
  sections: [
    {
      key: 'children',
      heading: 'What changed for children',
      isIncluded: true,
      blocks: [{ kind: 'WORDS', key: 'w', text, written, isInternal: false }],
    },
  ],
});
const table = (rows: string[][]): ReportContent => ({
  ...words(''),
  sections: [
    {
      key: 'exceptions',
      heading: 'Exceptions',
      isIncluded: true,
      blocks: [
        {
          kind: 'TABLE',
          key: 't',
          caption: 'Actions',
          columns: [
            { header: 'Action', width: 1, isInternal: false },
            { header: 'Owner', width: 1, isInternal: false },
            { header: 'Words', width: 1, isInternal: true },
          ],
          rows: rows.map((row) => row.map((text) => ({ text }))),
          note: '',
        },
      ],
    },
  ],
});
const after = (content: ReportContent, of: Partial<DestroyedWords> = {}) =>
  blankWords({ title: 'Board report 1', content }, target(of));
const textAfter = (text: string, of: Partial<DestroyedWords> = {}) => {
  const block = after(words(text), of)?.content.sections[0]?.blocks[0];
  return block?.kind === 'WORDS' ? block.text : undefined;
};
const rowsAfter = (rows: string[][], of: Partial<DestroyedWords> = {}) => {
  const block = after(table(rows), of)?.content.sections[0]?.blocks[0];
  return block?.kind === 'TABLE' ? block.rows.map((cells) => cells.map(({ text }) => text)) : undefined;
};

describe('destroyed words leave a paper', () => {
  it.each([
    ['Ada Brook ran away from home and was found by the police at night.', '[destroyed]'],
    [
      'In short:\n- R1.A2: ADA brook ran  away from home and…\n- R1.A3: All well',
      'In short:\n- R1.A2: [destroyed]\n- R1.A3: All well',
    ],
    ['They say Ada Brook ran away from home and more', '[destroyed]'],
    ['- R1.A2: Too soon.', '- R1.A2: [destroyed]'],
    ['- R1.A3: Too soon.', undefined],
    ['- R1.A20: Too soon.', undefined],
    ['Ada Brook is well', undefined],
  ])('%j becomes %j', (text, expected) => {
    expect(textAfter(text)).toBe(expected);
  });

  it('leaves a paper alone that holds none of them, in whatever order it was stored', () => {
    const { sections, ...rest } = words('All well.');
    const stored: ReportContent = {
      sections: sections.map(({ blocks, ...more }) => ({ blocks, ...more })),
      ...rest,
    };
    expect(after(stored)).toBeNull();
  });

  it('also where somebody wrote other words in their place', () => {
    const before = words('A child came home.', 'Ada Brook ran away from home and was found.');
    const block = after(before)?.content.sections[0]?.blocks[0];
    expect(block).toMatchObject({ text: 'A child came home.', written: '[destroyed]' });
  });

  it('in the rows of tables: of an update what it said, of a record everything beside its reference', () => {
    const rows = [
      ['R1.A2 Visit weekly', 'Head of Fostering', 'Too soon.'],
      ['R1.A3 Audit', 'Head of Fostering', 'Too soon.'],
    ];
    expect(rowsAfter(rows)).toEqual([['R1.A2 Visit weekly', 'Head of Fostering', '[destroyed]'], rows[1]]);
    expect(
      rowsAfter(
        [
          ['R1.A2 Visited then', 'Head of Fostering', 'Said then'],
          ['R1', 'x', 'y'],
        ],
        { isWholeRecord: true },
      ),
    ).toEqual([
      ['R1.A2 [destroyed]', 'Head of Fostering', '[destroyed]'],
      ['R1', 'x', 'y'],
    ]);
  });

  it('with the words of a recommendation wherever its section repeats them', () => {
    const content = words('“The quote as it was then.”');
    const section = content.sections[0];
    if (section) Object.assign(section, { key: 'recommendation-R1', heading: 'R1 The quote as it was then' });
    const found = after(content, { reference: 'R1', isWholeRecord: true });
    expect(found?.content.sections[0]).toMatchObject({
      heading: 'R1 [destroyed]',
      blocks: [{ text: '[destroyed]', written: '[destroyed]' }],
    });
  });

  it('short ones in the paper’s own record, and what a public edition says it left out', () => {
    expect(textAfter('Too soon.', { isOwnPaper: true })).toBe('[destroyed]');
    const content: ReportContent = {
      ...words('Well.'),
      allowed: [{ words: 'Ada Brook', why: 'Ada Brook ran away from home and was in the news.' }],
      leftOut: [
        { what: 'WORDS', heading: 'Risks', words: 'Ada Brook ran away from home and…', why: 'Inside' },
      ],
    };
    const found = after(content)?.content;
    expect(found?.allowed).toEqual([{ words: 'Ada Brook', why: '[destroyed]' }]);
    expect(found?.leftOut?.[0]).toMatchObject({ words: '[destroyed]', why: 'Inside' });
  });
});
