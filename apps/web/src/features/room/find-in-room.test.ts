import type { RoomFindable } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { findInRoom } from './find-in-room.ts';

const item = (ref: string, title: string, words: string): RoomFindable => ({
  what: 'EVIDENCE',
  ref,
  title,
  words,
  under: 'R1',
});
const all = [
  item('E1', 'Audit of supervision', 'Nine of ten were on time'),
  item('E2', 'Voice of carers', 'What carers said at the café'),
  item('E12', 'Supervision data', ''),
];

test.each([
  ['supervision', ['E1', 'E12']],
  ['time audit', ['E1']],
  ['CAFE', ['E2']],
  ['e12', ['E12']],
  ['  ', []],
  ['supervision carers', []],
])('"%s"', (words, found) => {
  expect(findInRoom(all, words).map(({ ref }) => ref)).toEqual(found);
});
