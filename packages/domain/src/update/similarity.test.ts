import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COPY_PASTE_FROM, isCopyPaste, sameAsLast, type UpdateWords } from './index.ts';

const EMPTY: UpdateWords = { whatHappened: '', difference: '', inTheWay: '', next: '' };
const said = (whatHappened: string, more: Partial<UpdateWords> = {}): UpdateWords => ({
  ...EMPTY,
  whatHappened,
  ...more,
});
const LAST = said('Twelve carers came to the open evening on Monday and four of them asked for a form.', {
  difference: 'Two brothers will move in together in May.',
  next: 'Visit the four households before Easter and bring the forms to panel.',
});
/** `count` words of which none is another's. */
const distinct = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `w${from + index}`).join(' ');

describe('how much of an update repeats the last', () => {
  test.each<[string, UpdateWords, UpdateWords, number]>([
    ['the same words', LAST, LAST, 100],
    [
      'case, punctuation, quotes, spaces and typed accents',
      said('Panel didn’t SIT —  “again”; 1,200 visits, café'),
      said("panel didn't sit again. 1200 visits: cafe"),
      100,
    ],
    ['nothing in common', said('Two panels sat this week'), said('No carers were approved at all'), 0],
    ['the worked example', said('Two panels sat this week'), said('Three panels sat this week'), 50],
    ['another number', said('We have 3 carers'), said('We have 4 carers'), 0],
    [
      'the same words in another field',
      said('Two panels sat this week'),
      said('', { next: 'Two panels sat this week' }),
      100,
    ],
    ['two words, the same', said('On track.'), said('on track'), 100],
    ['two words, others', said('On track'), said('Off track'), 0],
    ['two words inside more', said('On track'), said('On track and moving'), 0],
    ['one word', said('Nothing'), said('nothing!'), 100],
    ['nothing said on either side', EMPTY, EMPTY, 0],
    ['only marks', said('… — !'), said('… — !'), 0],
    ['destroyed words', LAST, EMPTY, 0],
    ['Welsh, Polish and Urdu are words', said('Mae’r panel wedi cwrdd żółw پینل'), said('Mae r panel'), 0],
  ])('%s', (_, update, last, expected) => expect(sameAsLast(update, last)).toBe(expected));

  test('one sentence changed in a long update is a copy; half of it is none', () => {
    const copied = said(`${distinct(120)} ${distinct(4, 500)}`);
    expect(sameAsLast(copied, said(`${distinct(120)} ${distinct(4, 700)}`))).toBeGreaterThanOrEqual(90);
    expect(sameAsLast(said(distinct(100)), said(`${distinct(50)} ${distinct(50, 900)}`))).toBeLessThan(40);
  });

  test('exactly nine tenths is a copy, a hair less is none', () => {
    // 20 words are 18 runs, 22 are 20: 18 of 20 shared.
    expect(sameAsLast(said(distinct(20)), said(distinct(22)))).toBe(COPY_PASTE_FROM);
    expect(isCopyPaste(sameAsLast(said(distinct(20)), said(distinct(22))))).toBe(true);
    expect(isCopyPaste(sameAsLast(said(distinct(19)), said(distinct(21))))).toBe(false);
    expect(isCopyPaste(null)).toBe(false);
  });

  const words = fc.array(fc.constantFrom('panel', 'sat', 'carer', 'visit', 'form', 'May', '4'), {
    maxLength: 30,
  });
  const update = fc
    .tuple(words, words, words, words)
    .map((texts) => texts.map((text) => text.join(' ')))
    .map(([whatHappened = '', difference = '', inTheWay = '', next = '']) => ({
      whatHappened,
      difference,
      inTheWay,
      next,
    }));

  test('is the same from either side, between 0 and 100, and 100 with itself', () => {
    fc.assert(
      fc.property(update, update, (one, other) => {
        const share = sameAsLast(one, other);
        const hasWords = Object.values(one).some((text) => text !== '');
        return (
          share === sameAsLast(other, one) &&
          Number.isInteger(share) &&
          share >= 0 &&
          share <= 100 &&
          sameAsLast(one, one) === (hasWords ? 100 : 0)
        );
      }),
    );
  });

  test('any texts, however odd, are compared without a fault, and case or marks change nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (one, other) => {
        const share = sameAsLast(said(one), said(other));
        return share >= 0 && share <= 100 && sameAsLast(said(`  ${one} … `), said(other)) === share;
      }),
    );
  });
});
