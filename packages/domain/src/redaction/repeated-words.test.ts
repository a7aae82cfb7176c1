import { expect, test } from 'vitest';
import { repeatedWords } from './repeated-words.ts';

const TEXT = 'We met Zebedee Quillfeather at home. The visit went well and he is settled.';

test.each([
  ['A child is named.', null],
  ['The visit names a child.', null],
  ['Zebedee Quillfeather is named', 'Zebedee Quillfeather'],
  ['the visit went well and so on', 'the visit went well'],
  ['THE VISIT WENT WELL', 'THE VISIT WENT WELL'],
  ['visit went well', null],
  ['It says: “Zebedee Quillfeather”.', 'Zebedee Quillfeather'],
  ['Mr Zebedee Quillfeather is named', 'Zebedee Quillfeather'],
  ['', null],
])('%s → %s', (reason, found) => {
  expect(repeatedWords(reason, ['Nothing here.', TEXT])).toBe(found);
});

test('nothing is repeated of no texts', () => {
  expect(repeatedWords('Zebedee Quillfeather', [])).toBeNull();
});
