import { expect, test } from 'vitest';
import { tellingWords } from './telling-words.ts';

test.each<[string, string[], string[]]>([
  [
    'We met Ada Brook at Early Help.',
    ['Early Help Partnerships'],
    ['We met Ada Brook at Early Help.', 'Ada Brook'],
  ],
  ['None', [], []],
  ['As planned.', [], []],
  ['Ada Brook', [], ['Ada Brook']],
  ['Ada\n Brook', [], ['Ada Brook']],
  ['Ada Jane Brook', [], ['Ada Jane', 'Jane Brook']],
  ['the visit\nwent well in all', [], ['the visit went well in all']],
  ['Virtual School', ['VIRTUAL SCHOOL'], []],
])('%j knowing %j', (text, known, expected) => {
  expect(tellingWords([text, text], known)).toEqual(expected);
});
