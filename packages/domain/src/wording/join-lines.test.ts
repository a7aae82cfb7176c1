import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines } from './join-lines.ts';

describe('joinLines', () => {
  it('takes a soft hyphen away with the break it stands for', () => {
    expect(joinLines(['the improve\u00AD', 'ment of multi-', 'agency work\u00AD'])).toBe(
      'the improvement of multi-agency work',
    );
  });
  it.each([
    [['including multi-', 'agency attendance'], 'including multi-agency attendance'],
    [['Response to 16-', 'and 17-year-old children'], 'Response to 16- and 17-year-old children'],
    [['pre-', 'or post-adoption'], 'pre- or post-adoption'],
    [['according to figures –', 'published in 2014'], 'according to figures – published in 2014'],
    [['to work in and/', 'or outside'], 'to work in and/ or outside'],
    [['one', '', '  two  '], 'one two'],
    [[], ''],
  ])('%j → %s', (parts, joined) => {
    expect(joinLines(parts)).toBe(joined);
  });

  it('keeps every letter in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 })), (parts) => {
        expect(joinLines(parts).replace(/\s/g, '')).toBe(parts.join('').replace(/\s/g, ''));
      }),
    );
  });
});
