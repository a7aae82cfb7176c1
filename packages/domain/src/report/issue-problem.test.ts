import { isoDate, type ReportContent } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import { editContent, findInWords, type IssueFacts, issueProblem, lengthProblem } from './index.ts';

const content = (text = 'A hard month.', more: Partial<ReportContent> = {}): ReportContent => ({
  formatVersion: 1,
  subtitle: 'Northmoor plan',
  facts: [],
  sections: [
    {
      key: 'summary',
      heading: 'In short',
      isIncluded: true,
      blocks: [{ kind: 'WORDS', key: 'summary', text, written: text, isInternal: false }],
    },
    {
      key: 'quote',
      heading: 'R1',
      isIncluded: true,
      blocks: [
        { kind: 'WORDS', key: 'q', text: '“Said”', written: '“Said”', isInternal: false, isFixed: true },
      ],
    },
  ],
  ...more,
});
const facts = (more: Partial<IssueFacts> = {}): IssueFacts => ({
  kind: 'BOARD_REPORT',
  edition: 'INTERNAL',
  title: 'Board report 1',
  content: content(),
  findings: [],
  ...more,
});
const found = (of: ReportContent) =>
  findInWords({ title: 'T', ...of }, ['Ada Brook'], [], { today: isoDate('2026-03-12') });

describe('what stands in the way of an issue', () => {
  it('is nothing for a paper that says something', () => {
    expect(issueProblem(facts())).toBeNull();
  });

  it('is a missing title, a missing heading, or nothing to print', () => {
    expect(issueProblem(facts({ title: ' ' }))).toMatch(/^The paper has no title\. Enter one/);
    const { sections } = content();
    const without = sections.map((section) => ({ ...section, heading: '' }));
    expect(issueProblem(facts({ content: content('x', { sections: without }) }))).toMatch(
      /^A section has no heading/,
    );
    const leftOut = sections.map((section) => ({ ...section, isIncluded: false }));
    expect(issueProblem(facts({ content: content('x', { sections: leftOut }) }))).toMatch(/nothing to print/);
    const empty = sections.slice(0, 1);
    for (const block of empty.flatMap(({ blocks }) => blocks)) if (block.kind === 'WORDS') block.text = ' ';
    expect(issueProblem(facts({ content: content('x', { sections: empty }) }))).toMatch(/nothing to print/);
  });

  it('is, in a public edition, what was found and neither removed nor justified', () => {
    const public_ = (text: string, allowed: ReportContent['allowed'] = []) => {
      const of = content(text, { allowed });
      return issueProblem(facts({ edition: 'PUBLIC', content: of, findings: found(of) }));
    };
    expect(public_('All well.')).toBeNull();
    expect(public_('Ada Brook chaired.')).toBe(
      '“Ada Brook” still stands in the words. Take it out, or say why it may stay, then issue it.',
    );
    expect(public_('Ada Brook met 3 children, NHS number 943 476 5919.')).toBe(
      '“Ada Brook”, “3 children” and “943 476 5919” still stand in the words. Take each out, or say why it may stay, then issue it.',
    );
    expect(
      public_('Ada Brook chaired.', [{ words: 'ada brook', why: 'Elected chair, published.' }]),
    ).toBeNull();
    expect(public_('Ada Brook chaired.', [{ words: 'Ada Brook', why: ' ' }])).not.toBeNull();
  });

  it('is a fifth page, of a board report alone', () => {
    expect(lengthProblem('BOARD_REPORT', 4)).toBeNull();
    expect(lengthProblem('BOARD_REPORT', 5)).toMatch(/^It takes 5 pages, and a board report has 4 at most/);
    expect(lengthProblem('STATEMENT_OF_ACTION', 40)).toBeNull();
  });
});

describe('a person’s identifying data', () => {
  it('is found in the words of a public edition, once and in the clear', () => {
    expect(found(content('Born on 3 May 2019, NHS number 943 476 5919, of the home.'))).toMatchObject([
      { kind: 'PERSONAL_DATA', blockKey: 'summary', heading: 'In short' },
      { kind: 'PERSONAL_DATA', words: '943 476 5919' },
    ]);
  });
});

describe('editing', () => {
  it('keeps headings, order and words, never somebody else’s, and loses nothing that was not named', () => {
    const edited = editContent(content(), [
      { key: 'quote', heading: 'R1 first', isIncluded: true, words: [{ key: 'q', text: 'Not said' }] },
      { key: 'gone', heading: 'Gone', isIncluded: true, words: [] },
    ]);
    expect(edited.sections.map(({ key, heading }) => [key, heading])).toEqual([
      ['quote', 'R1 first'],
      ['summary', 'In short'],
    ]);
    expect(edited.sections[0]?.blocks[0]).toMatchObject({ text: '“Said”' });
    const reworded = editContent(content(), [
      { key: 'summary', heading: 'S', isIncluded: false, words: [{ key: 'summary', text: 'Better.' }] },
    ]);
    expect(reworded.sections[0]).toMatchObject({
      isIncluded: false,
      blocks: [{ text: 'Better.', written: 'A hard month.' }],
    });
  });
});
