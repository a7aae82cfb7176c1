import { describe, expect, it } from 'vitest';
import { fitsWords, narrowed, type PaletteEntry } from './palette-entries.ts';

const entry = (group: string, words: string): PaletteEntry => ({
  key: words,
  group,
  words,
  run: () => undefined,
});

describe('fitsWords', () => {
  it.each([
    ['Head of Fostering', 'fos', true],
    ['Head of Fostering', 'head fost', true],
    ['Head of Fostering', 'ost', false],
    ['Head of Fostering', '', true],
    ['R3.A2 Recruit carers', 'r3.a2', true],
  ])('“%s” for “%s”: %s', (text, typed, fits) => {
    expect(fitsWords(text, typed)).toBe(fits);
  });
});

describe('narrowed', () => {
  it('keeps groups together and short', () => {
    const places = Array.from({ length: 12 }, (_, at) => entry('Teams', `Team ${at}`));
    const found = narrowed([entry('Go to', 'Teams'), ...places, entry('Go to', 'Team meeting')], 'team');
    expect(found.map(({ group }) => group)).toEqual(['Go to', 'Go to', ...Array(8).fill('Teams')]);
  });

  it('puts what is selected or open before everything else', () => {
    const found = narrowed(
      [entry('Go to', 'Plan'), entry('The open action', 'Assign R1.A1'), entry('Where you were', 'Plan')],
      '',
    );
    expect(found.map(({ group }) => group)).toEqual(['The open action', 'Where you were', 'Go to']);
  });
});
