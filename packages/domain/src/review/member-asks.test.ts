import { expect, test } from 'vitest';
import { type MeetingMember, memberAsks } from './index.ts';

const one = (name: string, more: Partial<MeetingMember> = {}): MeetingMember => ({
  name,
  isChair: false,
  isActive: true,
  mayChair: true,
  ...more,
});
const chair = (more: Partial<MeetingMember> = {}) => one('Board Chair, holder 1', { isChair: true, ...more });

test.each<[string, MeetingMember[], string[]]>([
  ['nobody yet', [], []],
  ['all is well', [chair(), one('Head of Fostering, holder 1', { mayChair: false })], []],
  ['no chair', [one('Head of Fostering, holder 1')], ['The weekly review has no chair. Name one.']],
  [
    'the chair left',
    [chair({ isActive: false, mayChair: false })],
    ['Board Chair, holder 1, the chair of the weekly review, has left. Name a new chair.'],
  ],
  [
    'the chair has another role now',
    [chair({ mayChair: false })],
    ['Board Chair, holder 1 may no longer chair the weekly review: their role changed. Name a new chair.'],
  ],
  [
    'members left',
    [chair(), one('Analyst', { isActive: false }), one('Head of MASH', { isActive: false })],
    ['Analyst and Head of MASH, members of the weekly review, have left. Name somebody else.'],
  ],
  [
    'chair and a member left',
    [chair({ isActive: false }), one('Analyst', { isActive: false })],
    [
      'Board Chair, holder 1, the chair of the weekly review, has left. Name a new chair.',
      'Analyst, a member of the weekly review, has left. Name somebody else.',
    ],
  ],
])('%s', (_, members, expected) => expect(memberAsks('REVIEW', members)).toEqual(expected));

test('a board is named as one', () => {
  expect(memberAsks('BOARD', [one('Analyst')])).toEqual(['The improvement board has no chair. Name one.']);
});
