import { isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import {
  afterWrongCode,
  groupedCode,
  mayEnter,
  mayStay,
  packForRoom,
  ROOM_CODE,
  roomState,
  typedCode,
  usualRoomDays,
  validateRoom,
} from './index.ts';

const at = (instant: string) => new Date(instant);
const week = { opensAt: at('2026-03-16T00:00:00Z'), endsAt: at('2026-03-21T00:00:00Z'), closedAt: null };
const closed = { ...week, closedAt: at('2026-03-17T09:00:00Z') };
const visitor = { revokedAt: null, lockedAt: null };
const TODAY = isoDate('2026-03-12');

test.each([
  ['a moment before it opens', week, '2026-03-15T23:59:59.999Z', 'NOT_YET'],
  ['as it opens', week, '2026-03-16T00:00:00Z', 'OPEN'],
  ['its last moment', week, '2026-03-20T23:59:59.999Z', 'OPEN'],
  ['at its end', week, '2026-03-21T00:00:00Z', 'ENDED'],
  ['closed in its time', closed, '2026-03-18T00:00:00Z', 'CLOSED'],
  ['closed, and past its end', closed, '2026-04-01T00:00:00Z', 'CLOSED'],
])('a room %s', (_when, room, now, state) => {
  expect(roomState(room, at(now))).toBe(state);
});

describe('who may enter', () => {
  const within = at('2026-03-17T10:00:00Z');
  test.each([
    ['in its time', week, visitor, within, { ok: true }],
    ['before it', week, visitor, at('2026-03-15T10:00:00Z'), { ok: false, why: 'NOT_YET' }],
    ['after it', week, visitor, at('2026-03-21T00:00:00Z'), { ok: false, why: 'ENDED' }],
    ['when it is closed', closed, visitor, within, { ok: false, why: 'CLOSED' }],
    ['withdrawn', week, { ...visitor, revokedAt: within }, within, { ok: false, why: 'REVOKED' }],
    ['locked', week, { ...visitor, lockedAt: within }, within, { ok: false, why: 'LOCKED' }],
    [
      'locked before it opens',
      week,
      { ...visitor, lockedAt: within },
      at('2026-03-15T10:00:00Z'),
      { ok: false, why: 'LOCKED' },
    ],
  ])('%s', (_when, room, standing, now, answer) => {
    expect(mayEnter(room, standing, now)).toEqual(answer);
  });

  test('wrong codes of somebody else put nobody out', () => {
    expect(mayStay(week, { revokedAt: null }, within)).toEqual({ ok: true });
  });

  const instants = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => new Date(ms));
  const maybe = fc.option(instants);
  const rooms = fc.record({ opensAt: instants, endsAt: instants, closedAt: maybe });
  const visitors = fc.record({ revokedAt: maybe, lockedAt: maybe });

  test('exactly between opening and end, of a room that nobody closed, by a link that nothing stands against', () => {
    fc.assert(
      fc.property(rooms, visitors, instants, (room, standing, now) => {
        const isInTime = room.opensAt <= now && now < room.endsAt && room.closedAt === null;
        expect(mayStay(room, standing, now).ok).toBe(isInTime && standing.revokedAt === null);
        expect(mayEnter(room, standing, now).ok).toBe(
          isInTime && standing.revokedAt === null && standing.lockedAt === null,
        );
      }),
    );
  });

  test('whoever was refused for good never gets in later', () => {
    fc.assert(
      fc.property(rooms, visitors, instants, fc.nat(), (room, standing, now, later) => {
        const first = mayEnter(room, standing, now);
        fc.pre(!first.ok && first.why !== 'NOT_YET');
        expect(mayEnter(room, standing, new Date(now.getTime() + later)).ok).toBe(false);
      }),
    );
  });
});

test.each([
  [0, { wrongCodes: 1, left: 4, locks: false }],
  [3, { wrongCodes: 4, left: 1, locks: false }],
  [4, { wrongCodes: 5, left: 0, locks: true }],
  [9, { wrongCodes: 10, left: 0, locks: true }],
])('after %i wrong codes, one more', (before, after) => {
  expect(afterWrongCode(before)).toEqual(after);
});

test('a code is the same however it is typed', () => {
  const letter = fc.constantFrom(...ROOM_CODE.letters);
  const codes = fc.array(letter, { minLength: ROOM_CODE.length, maxLength: ROOM_CODE.length });
  fc.assert(
    fc.property(codes, (letters) => {
      const code = letters.join('');
      expect(typedCode(groupedCode(code))).toBe(code);
      expect(typedCode(` ${[...code.toLowerCase()].join(' ')} `)).toBe(code);
    }),
  );
  expect(groupedCode('7KQMB4XPDZ')).toBe('7KQMB-4XPDZ');
});

const draft = {
  name: 'Monitoring visit',
  organisation: 'Ofsted',
  fromDate: isoDate('2026-03-16'),
  untilDate: isoDate('2026-03-20'),
  visitors: ['Lead inspector', 'Inspector for fostering'],
};
const fieldsOf = (more: Partial<typeof draft>) =>
  validateRoom({ ...draft, ...more }, TODAY).map(({ field }) => field);

describe('a room to be opened', () => {
  test.each([
    ['as it should be', {}, []],
    ['today alone', { fromDate: TODAY, untilDate: TODAY }, []],
    ['thirty days', { untilDate: isoDate('2026-04-14') }, []],
    ['thirty-one days', { untilDate: isoDate('2026-04-15') }, ['untilDate']],
    ['from yesterday', { fromDate: isoDate('2026-03-11') }, ['fromDate']],
    ['in two years', { fromDate: isoDate('2028-03-16'), untilDate: isoDate('2028-03-17') }, ['fromDate']],
    ['to a day before it', { untilDate: isoDate('2026-03-15') }, ['untilDate']],
    ['without a name', { name: ' ' }, ['name']],
    ['for nobody', { organisation: '' }, ['organisation']],
    ['without a visitor', { visitors: [] }, ['visitors']],
    ['with one nameless', { visitors: ['Lead inspector', ' '] }, ['visitors']],
    ['with two of one name', { visitors: ['Lead inspector', 'lead inspector '] }, ['visitors']],
    ['with thirteen', { visitors: Array.from({ length: 13 }, (_, n) => `Inspector ${n}`) }, ['visitors']],
  ])('%s', (_what, more, fields) => {
    expect(fieldsOf(more)).toEqual(fields);
  });

  test('is open for one to thirty days, and begins between today and a year from now', () => {
    const ahead = fc.integer({ min: -30, max: 400 });
    const further = fc.integer({ min: -5, max: 45 });
    fc.assert(
      fc.property(ahead, further, (from, length) => {
        const fromDate = addDays(TODAY, from);
        const isRight = from >= 0 && from <= 366 && length >= 0 && length < 30;
        expect(fieldsOf({ fromDate, untilDate: addDays(fromDate, length) }).length === 0).toBe(isRight);
      }),
    );
  });

  test('is for the coming week when nobody says, whatever the day', () => {
    expect(usualRoomDays(TODAY)).toEqual({ fromDate: '2026-03-16', untilDate: '2026-03-20' });
    expect(usualRoomDays(isoDate('2026-03-15')).fromDate).toBe('2026-03-16');
    expect(usualRoomDays(isoDate('2026-03-16')).fromDate).toBe('2026-03-23');
  });
});

const pack = {
  number: 3,
  state: 'READY' as const,
  audience: 'INSPECTOR' as const,
  isRedacted: false,
  isExpired: false,
  keptUntil: isoDate('2026-03-20'),
};

test.each([
  ['kept to its last day', {}, ''],
  ['kept for ever', { keptUntil: null }, ''],
  ['kept a day too short', { keptUntil: isoDate('2026-03-19') }, 'kept until 19 March 2026'],
  ['still being built', { state: 'BUILDING' as const }, 'not finished'],
  ['made for a board', { audience: 'BOARD' as const }, 'not made for an inspector'],
  ['with something destroyed', { isRedacted: true }, 'withdrawn'],
  ['whose file is gone', { isExpired: true }, 'removed'],
])('a pack %s', (_what, more, reason) => {
  const answer = packForRoom({ ...pack, ...more }, draft.untilDate);
  expect(answer.ok ? '' : answer.reason).toContain(reason);
  expect(answer.ok).toBe(reason === '');
});
