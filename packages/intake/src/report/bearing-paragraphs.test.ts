import type { ReportParagraph } from '@gt/contracts/words';
import { contentStems, stem } from '@gt/domain/wording';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearingParagraphs } from './bearing-paragraphs.ts';

const paragraph = (text: string, index: number): ReportParagraph => ({
  number: index + 1,
  page: 2 + Math.floor(index / 4),
  section: null,
  text,
});
const PARAGRAPHS = [
  'Foster carers are recruited slowly and wait long for training.',
  'The courts have little confidence in statements, and trust must be rebuilt.',
  'Permanence plans are made late; permanent homes are confirmed after a year.',
  'Audits are frequent and leaders read them with care.',
  'Contacts are answered on the day they arrive.',
  'The virtual school challenges schools on attendance and exclusions.',
  'Personal advisers keep in touch with young people in custody.',
  'Supervision of social workers is regular and well recorded.',
].map(paragraph);
const numbers = (item: string) => bearingParagraphs([item], PARAGRAPHS)[0]?.map((entry) => entry.paragraph);

describe('stem', () => {
  it.each([
    ['permanence', 'permanent'],
    ['fostering', 'foster'],
    ['recruitment', 'recruited'],
    ['agencies', 'agency'],
    ['assessments', 'assessment'],
    ['plans', 'planning'],
    ['timeliness', 'timely'],
    ['supervision', 'supervisions'],
  ])('%s and %s share a stem', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });
  it.each([
    ['police', 'policy'],
    ['court', 'count'],
    ['school', 'scheme'],
  ])('%s and %s do not', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
  it('drops words that say nothing of the subject', () => {
    expect([
      ...contentStems('Ensure that children’s services improve the quality of fostering').values(),
    ]).toEqual([['fostering']]);
  });
});

describe('bearingParagraphs', () => {
  it.each([
    ['Effectiveness of the fostering service.', [1]],
    ['Trust and confidence between the courts and the council.', [2]],
    ['Robust and timely focus on all permanence options for children.', [3]],
    ['The impact of the virtual school.', [6]],
    ['Broadband in libraries.', []],
  ])('%s → %j', (item, expected) => {
    expect(numbers(item)).toEqual(expected);
  });
  it('explains itself by the words that are shared, in the item’s own form', () => {
    expect(bearingParagraphs(['Confidence of the courts.'], PARAGRAPHS)[0]).toEqual([
      { paragraph: 2, page: 2, sharedWords: ['confidence', 'courts'] },
    ]);
  });
  it('puts paragraphs with the item’s own word before those with a kindred one', () => {
    const paragraphs = [
      'Foster carers wait.',
      'Foster homes are few.',
      'Fostering panels meet.',
      'Plans.',
      'Audits.',
      'Courts.',
      'Schools.',
    ];
    const found = bearingParagraphs(
      ['The fostering service.'],
      [...paragraphs, ...paragraphs.slice(3)].map(paragraph),
    );
    expect(found[0]?.map((entry) => entry.paragraph)).toEqual([3, 1, 2]);
  });
  it('ignores words that most paragraphs use', () => {
    const same = Array.from({ length: 10 }, (_, index) =>
      paragraph('Plans are written for everyone.', index),
    );
    expect(bearingParagraphs(['Written plans.'], same)).toEqual([[]]);
  });
  it('holds no more than five, strongest first, each sharing a word with its item; the order of items does not matter', () => {
    const word = fc.constantFrom(
      'foster',
      'courts',
      'schools',
      'police',
      'health',
      'permanence',
      'audit',
      'records',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(text, { maxLength: 5 }), (texts, items) => {
        const paragraphs = texts.map(paragraph);
        const found = bearingParagraphs(items, paragraphs);
        expect(found).toHaveLength(items.length);
        for (const [index, entries] of found.entries()) {
          expect(entries.length).toBeLessThanOrEqual(5);
          for (const entry of entries) {
            expect(entry.sharedWords.length).toBeGreaterThan(0);
            for (const shared of entry.sharedWords) {
              expect(items[index]).toContain(shared);
              expect(texts[entry.paragraph - 1]).toContain(shared);
            }
          }
        }
        expect(bearingParagraphs(items.toReversed(), paragraphs)).toEqual(found.toReversed());
      }),
    );
  });
});
