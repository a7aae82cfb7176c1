import { expect, test } from 'vitest';
import { afterFailure, type MailFailure } from './after-failure.ts';

const NOW = new Date('2026-03-12T10:00:00Z');
const fresh = { attempts: 0, createdAt: new Date('2026-03-12T09:00:00Z') };
const after = (failure: Partial<MailFailure>, mail: Partial<typeof fresh> = {}) => {
  const found = afterFailure({ message: 'no', ...failure }, { ...fresh, ...mail }, NOW);
  if (found.outcome === 'GIVE_UP') return `given up: ${found.because}`;
  return `${(found.notBefore.getTime() - NOW.getTime()) / 60_000} min, ${found.fault}`;
};
const rcpt = { code: 'EENVELOPE', command: 'RCPT TO' };
const data = { code: 'EMESSAGE', command: 'DATA' };

test.each<[string, Partial<MailFailure>, Partial<typeof fresh>, string]>([
  ['no such mailbox', { ...rcpt, responseCode: 550 }, {}, 'given up: no'],
  ['content refused', { ...data, responseCode: 554 }, {}, 'given up: no'],
  ['mailbox busy', { ...rcpt, responseCode: 450 }, {}, '1 min, MAIL'],
  ['busy for the fourth time', { ...data, responseCode: 451 }, { attempts: 3 }, '8 min, MAIL'],
  ['busy for the fortieth time', { ...data, responseCode: 451 }, { attempts: 40 }, '30 min, MAIL'],
  ['closing', { ...rcpt, responseCode: 421 }, {}, '1 min, RELAY'],
  ['not there', { code: 'ESOCKET', command: 'CONN' }, {}, '1 min, RELAY'],
  ['hangs', { code: 'ETIMEDOUT', command: 'CONN' }, { attempts: 1 }, '2 min, RELAY'],
  ['breaks off', { code: 'ECONNECTION', command: 'DATA' }, {}, '1 min, RELAY'],
  ['our password is wrong', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, {}, '1 min, RELAY'],
  [
    'our sender is refused',
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 },
    {},
    '1 min, RELAY',
  ],
  ['an address that is none', { code: 'EENVELOPE', command: 'API' }, {}, 'given up: no'],
  ['too large', { code: 'EMESSAGE', command: 'MAIL FROM' }, {}, 'given up: no'],
  ['a file that cannot be read', { code: 'ESTREAM', command: 'API' }, {}, '1 min, MAIL'],
  [
    'five days',
    { code: 'ESOCKET', command: 'CONN' },
    { createdAt: new Date('2026-03-07T10:00:00Z') },
    'given up: Tried for 5 days. no',
  ],
  [
    'a minute short of five days',
    { code: 'ESOCKET', command: 'CONN' },
    { createdAt: new Date('2026-03-07T10:01:00Z') },
    '1 min, RELAY',
  ],
])('%s', (_, failure, mail, expected) => {
  expect(after(failure, mail)).toBe(expected);
});
