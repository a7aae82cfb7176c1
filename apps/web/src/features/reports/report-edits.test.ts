import type { ReportSection } from '@gt/contracts/words';
import { describe, expect, it, test } from 'vitest';
import {
  contested,
  type Editable,
  editNames,
  editsSince,
  homelessWords,
  movedOrder,
  NO_EDITS,
  type ReportEdits,
  readEdits,
  saveInput,
  valueIn,
  withEdit,
  withEdits,
  withoutEdit,
  writeEdits,
} from './report-edits.ts';

function section(key: string, text: string, more: Partial<ReportSection> = {}): ReportSection {
  return {
    key,
    heading: `About ${key}`,
    isIncluded: true,
    blocks: [{ kind: 'WORDS', key, text, written: text, isInternal: false }],
    ...more,
  };
}

function paper(...sections: ReportSection[]): Editable {
  return {
    title: 'Board report',
    marking: 'OFFICIAL_SENSITIVE',
    content: { formatVersion: 1, subtitle: 'As at 12 March 2026', facts: [], sections },
  };
}

const THREE = paper(section('a', 'One'), section('b', 'Two'), section('c', 'Three'));
const keys = ({ content }: Editable) => content.sections.map(({ key }) => key);

describe('the order of sections', () => {
  test.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['x', 1, 'abc'],
  ] as const)('%s moved by %i', (key, by, order) => {
    expect(movedOrder(THREE.content.sections, key, by).join('')).toBe(order);
  });

  it('takes in a section that it does not know, after the one it followed', () => {
    const edits = { order: ['c', 'a', 'b'] };
    const now = paper(section('a', ''), section('new', ''), section('b', ''), section('c', ''));
    expect(keys(withEdits(now, edits))).toEqual(['c', 'a', 'new', 'b']);
    expect(keys(withEdits(paper(section('new', ''), section('a', '')), edits))).toEqual(['new', 'a']);
  });
});

describe('an edit', () => {
  it('is kept only while it differs from the paper', () => {
    const typed = withEdit(NO_EDITS, THREE, 'words a', 'One, and more');
    expect(typed).toEqual({ words: { a: 'One, and more' } });
    expect(withEdit(typed, THREE, 'words a', 'One')).toEqual(NO_EDITS);
    expect(
      withEdit(withEdit(NO_EDITS, THREE, 'order', ['b', 'a', 'c']), THREE, 'order', ['a', 'b', 'c']),
    ).toEqual(NO_EDITS);
    // A space at the end is typed on the way to the next word.
    expect(withEdit(NO_EDITS, THREE, 'words a', 'One ')).toEqual({ words: { a: 'One ' } });
  });

  it('is laid over the paper, and leaves alone what it does not touch', () => {
    const edits: ReportEdits = {
      title: 'Highlights',
      marking: 'OFFICIAL',
      headings: { b: 'What moved' },
      included: { c: false },
      words: { a: 'First' },
    };
    const edited = withEdits(THREE, edits);
    expect(edited).toMatchObject({ title: 'Highlights', marking: 'OFFICIAL' });
    expect(valueIn(edited, 'words a')).toBe('First');
    expect(valueIn(edited, 'headings b')).toBe('What moved');
    expect(valueIn(edited, 'included c')).toBe(false);
    expect(withEdits(THREE, { words: { a: 'First' } }).content.sections[1]).toBe(THREE.content.sections[1]);
  });

  it('is kept as text and read back; text that cannot be read is none', () => {
    const edits = { words: { a: 'First' }, order: ['b', 'a', 'c'] };
    expect(readEdits(writeEdits(edits))).toEqual(edits);
    expect(writeEdits(NO_EDITS)).toBe('');
    for (const text of ['', '{', 'null', '7']) expect(readEdits(text)).toEqual(NO_EDITS);
  });

  it('has a name by which it is found and taken out', () => {
    const edits: ReportEdits = { title: 'T', headings: { a: 'H' }, words: { a: 'W', b: 'V' } };
    expect(editNames(edits)).toEqual(['title', 'headings a', 'words a', 'words b']);
    expect(withoutEdit(edits, 'headings a')).toEqual({ title: 'T', words: { a: 'W', b: 'V' } });
    expect(withoutEdit(withoutEdit(edits, 'words a'), 'title')).toEqual({
      headings: { a: 'H' },
      words: { b: 'V' },
    });
  });

  it('typed while a save was on its way is still to be saved', () => {
    const sent = { title: 'T', words: { a: 'First' } };
    expect(editsSince({ title: 'T', words: { a: 'First, and', b: 'New' } }, sent)).toEqual({
      words: { a: 'First, and', b: 'New' },
    });
    expect(editsSince(sent, sent)).toEqual(NO_EDITS);
  });
});

test('what is saved is every section in order, without words that are somebody else’s', () => {
  const quoted = section('b', 'Two', {
    blocks: [
      { kind: 'WORDS', key: 'quote', text: '“Said”', written: '“Said”', isInternal: false, isFixed: true },
      { kind: 'TABLE', key: 'table', caption: 'Actions', columns: [], rows: [], note: '' },
      { kind: 'WORDS', key: 'b', text: 'Two', written: 'Two', isInternal: true },
    ],
  });
  expect(saveInput(withEdits(paper(section('a', 'One'), quoted), { order: ['b', 'a'] }))).toEqual({
    title: 'Board report',
    marking: 'OFFICIAL_SENSITIVE',
    sections: [
      { key: 'b', heading: 'About b', isIncluded: true, words: [{ key: 'b', text: 'Two' }] },
      { key: 'a', heading: 'About a', isIncluded: true, words: [{ key: 'a', text: 'One' }] },
    ],
  });
});

describe('when somebody else saved first', () => {
  const mine: ReportEdits = { title: 'Mine', words: { a: 'My one', b: 'My two', gone: 'My lost words' } };
  const theirs = { ...paper(section('a', 'Their one'), section('b', 'Two'), section('c', 'Three')) };

  it('only what both changed is asked about', () => {
    expect(contested(mine, THREE, theirs)).toEqual(['words a']);
  });

  it('everything that differs is asked about when nobody knows what it was before', () => {
    expect(contested(mine, null, theirs)).toEqual(['title', 'words a', 'words b']);
  });

  it('the same change by both is no question', () => {
    expect(contested({ words: { a: 'Their one' } }, THREE, theirs)).toEqual([]);
  });

  it('words without a place are shown', () => {
    expect(homelessWords(mine, theirs)).toEqual(['My lost words']);
  });
});
