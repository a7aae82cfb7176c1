import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type ChainRow,
  canonicalJson,
  GENESIS,
  payloadDigest,
  type SealedEvent,
  sealRow,
  verifyChain,
} from './index.ts';

/** Stands in for SHA-256, which the shell provides: eight differently seeded FNV-1a hashes, 64 digits. */
const sha256 = (text: string) =>
  Array.from({ length: 8 }, (_, lane) => {
    let hash = 0x811c9dc5 ^ (lane * 0x9e3779b1);
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
      hash ^= hash >>> 13;
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  }).join('');

function event(id: number, overrides: Partial<SealedEvent> = {}): SealedEvent {
  return {
    id: BigInt(id),
    at: new Date(Date.UTC(2026, 2, 12, 9, id)),
    actorId: 'user-1',
    actorName: 'Programme Lead, holder 1',
    action: 'action.changeStatus',
    entityType: 'ACTION',
    entityId: `action-${id}`,
    planId: 'plan-1',
    requestId: `request-${id}`,
    payloadDigest: payloadDigest(`salt-${id}`, { title: `Title ${id}` }, sha256),
    ...overrides,
  };
}

function chain(length: number): ChainRow[] {
  let previousHash = GENESIS;
  return Array.from({ length }, (_, index) => {
    const sealed = event(index + 1);
    const hash = sealRow(previousHash, sealed, sha256);
    const payload = { salt: `salt-${index + 1}`, body: { title: `Title ${index + 1}` }, redactedAt: null };
    const row: ChainRow = { position: index + 1, previousHash, hash, event: sealed, payload };
    previousHash = hash;
    return row;
  });
}

const renumbered = (rows: ChainRow[]) => rows.map((row, index) => ({ ...row, position: index + 1 }));
const at = (rows: ChainRow[], index: number): ChainRow => {
  const row = rows[index];
  if (!row) throw new RangeError(`no row ${index}`);
  return row;
};
const broken = (rows: ChainRow[], options = {}) => {
  const verdict = verifyChain(rows, sha256, options);
  return verdict.ok ? 'WHOLE' : `${verdict.break.kind} at ${verdict.break.position}`;
};
const withRow = (rows: ChainRow[], index: number, change: Partial<ChainRow>) =>
  rows.map((row, position) => (position === index ? { ...row, ...change } : row));

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: ['é', 2.5] }, '{"a":["é",2.5],"b":1}'],
    // The sorting example of RFC 8785, section 3.2.3: by UTF-16 code units.
    [
      {
        '\u20ac': 'Euro',
        '\r': 'CR',
        '\ufb33': 'Hebrew',
        '1': 'One',
        '\ud83d\ude00': 'Smile',
        '\u0080': 'C',
        ö: 'o',
      },
      '{"\\r":"CR","1":"One","\u0080":"C","ö":"o","€":"Euro","😀":"Smile","\ufb33":"Hebrew"}',
    ],
    // The number examples of RFC 8785, appendix B.
    [
      [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    ],
    [
      { at: new Date(0), big: 12345678901234567890n },
      '{"at":"1970-01-01T00:00:00.000Z","big":"12345678901234567890"}',
    ],
    ['"\\\b\u000f\n', '"\\"\\\\\\b\\u000f\\n"'],
    [null, 'null'],
    [Object.assign(Object.create(null), { a: true }), '{"a":true}'],
  ])('case %#', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  const circle: Record<string, unknown> = {};
  circle.self = { circle };
  test.each([
    [undefined, '$ is undefined'],
    [{ a: [1, undefined] }, '$.a[1] is undefined'],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is refused here
    [[1, , 2], '$[1] is undefined'],
    [{ a: Number.NaN }, '$.a is NaN'],
    [Number.POSITIVE_INFINITY, '$ is Infinity'],
    [{ f: () => 1 }, '$.f is function'],
    [{ s: Symbol('s') }, '$.s is symbol'],
    [new Map(), '$ is not a plain object'],
    [new Date(Number.NaN), '$ is not a date'],
    ['\ud800', '$ holds half a surrogate pair'],
    [{ '\udc00': 1 }, '$ holds half'],
    [circle, '$.self.circle contains itself'],
  ])('refuses case %#', (value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it('does not depend on the order of keys, and survives a round trip through JSON', () => {
    const json = fc
      .jsonValue({ maxDepth: 4 })
      .filter((value) => !/\p{Surrogate}/u.test(JSON.stringify(value)));
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('the chain', () => {
  it('is whole when nothing happened, and says where it ends', () => {
    const rows = chain(5);
    const verdict = verifyChain(rows, sha256);
    expect(verdict).toEqual({
      ok: true,
      rows: 5,
      head: { sequence: 5, hash: at(rows, 4).hash },
      redacted: [],
    });
    expect(verifyChain([], sha256)).toEqual({ ok: true, rows: 0, head: null, redacted: [] });
  });

  it('can be read a page at a time', () => {
    const rows = chain(6);
    const first = verifyChain(rows.slice(0, 3), sha256);
    expect(first.head && broken(rows.slice(3), { after: first.head })).toBe('WHOLE');
    expect(broken(rows.slice(3))).toBe('DELETED at 1');
  });

  it('takes instants and ids in either form', () => {
    const rows = chain(2).map((row) => ({
      ...row,
      position: BigInt(Number(row.position)),
      event: { ...row.event, id: String(row.event.id), at: new Date(row.event.at).toISOString() },
    }));
    expect(broken(rows)).toBe('WHOLE');
  });

  test.each(['actorName', 'action', 'entityType', 'entityId', 'requestId', 'payloadDigest'] as const)(
    'detects a flipped %s',
    (column) => {
      const rows = chain(4);
      const flipped = { ...at(rows, 1).event, [column]: `${at(rows, 1).event[column]}x` };
      expect(broken(withRow(rows, 1, { event: flipped }))).toBe('FLIPPED at 2');
    },
  );

  it('detects a flipped hash, a flipped link, and a flipped instant', () => {
    const rows = chain(4);
    expect(broken(withRow(rows, 1, { hash: sha256('x') }))).toBe('FLIPPED at 2');
    expect(broken(withRow(rows, 1, { previousHash: sha256('x') }))).toBe('FLIPPED at 2');
    expect(broken(withRow(rows, 3, { hash: sha256('x') }))).toBe('FLIPPED at 4');
    const later = { ...at(rows, 2).event, at: new Date(Date.UTC(2026, 2, 12, 9, 3, 0, 1)) };
    expect(broken(withRow(rows, 2, { event: later }))).toBe('FLIPPED at 3');
  });

  it('detects a deleted row, with the gap left open or closed up, at the start or in the middle', () => {
    const rows = chain(5);
    expect(broken(rows.filter((_, index) => index !== 2))).toBe('DELETED at 3');
    expect(broken(renumbered(rows.filter((_, index) => index !== 2)))).toBe('DELETED at 3');
    expect(broken(rows.slice(1))).toBe('DELETED at 1');
    expect(broken(renumbered(rows.slice(1)))).toBe('DELETED at 1');
  });

  it('detects an inserted row, forged well or badly', () => {
    const rows = chain(4);
    const previousHash = at(rows, 1).hash;
    const forged = event(99);
    const well = { position: 3, previousHash, hash: sealRow(previousHash, forged, sha256), event: forged };
    const badly = { ...well, hash: sha256('made up') };
    const unlinked = { ...well, previousHash: sha256('nothing') };
    const put = (row: ChainRow) => renumbered([...rows.slice(0, 2), row, ...rows.slice(2)]);
    expect(broken(put(well))).toBe('INSERTED at 4');
    expect(broken(put(badly))).toBe('INSERTED at 3');
    expect(broken(put(unlinked))).toBe('INSERTED at 3');
  });

  it('detects reordered rows, next to each other or apart', () => {
    const rows = chain(6);
    const swapped = (a: number, b: number) =>
      renumbered(rows.map((row, index) => (index === a ? at(rows, b) : index === b ? at(rows, a) : row)));
    expect(broken(swapped(1, 2))).toBe('REORDERED at 2');
    expect(broken(swapped(0, 4))).toBe('REORDERED at 1');
    expect(broken(swapped(2, 5))).toBe('REORDERED at 3');
    expect(broken([at(rows, 0), { ...at(rows, 1), position: 1 }])).toBe('REORDERED at 2');
  });

  it('detects truncation and a rewrite only through a checkpoint', () => {
    const rows = chain(5);
    const checkpoint = { sequence: 4, hash: at(rows, 3).hash };
    const checkpoints = [checkpoint];
    expect(broken(rows, { checkpoints })).toBe('WHOLE');
    expect(broken(rows.slice(0, 3))).toBe('WHOLE');
    expect(broken(rows.slice(0, 3), { checkpoints })).toBe('TRUNCATED at 4');
    expect(broken([], { checkpoints })).toBe('TRUNCATED at 1');
    let previousHash = GENESIS;
    const rewritten = rows.map((row) => {
      const changed = { ...row.event, actorName: 'Somebody else' };
      const hash = sealRow(previousHash, changed, sha256);
      const result = { ...row, previousHash, hash, event: changed };
      previousHash = hash;
      return result;
    });
    expect(broken(rewritten)).toBe('WHOLE');
    expect(broken(rewritten, { checkpoints })).toBe('REWRITTEN at 4');
  });

  it('reports a destroyed payload as redacted, and any other change of payload as a break', () => {
    const rows = chain(3);
    const destroyed = {
      salt: null,
      body: null,
      redactedAt: new Date('2026-03-12T10:00:00Z'),
      redactionId: 'r-1',
    };
    const verdict = verifyChain(withRow(rows, 1, { payload: destroyed }), sha256);
    expect(verdict.ok).toBe(true);
    expect(verdict.redacted).toEqual([
      { position: 2, eventId: '2', redactionId: 'r-1', sentence: 'Redacted on 12 March 2026' },
    ]);
    const changed = { salt: 'salt-2', body: { title: 'Other' }, redactedAt: null };
    expect(broken(withRow(rows, 1, { payload: changed }))).toBe('PAYLOAD_CHANGED at 2');
    expect(broken(withRow(rows, 1, { payload: { ...changed, redactedAt: '2026-03-12' } }))).toBe(
      'PAYLOAD_CHANGED at 2',
    );
    expect(broken(withRow(rows, 1, { payload: { salt: null, body: null, redactedAt: null } }))).toBe(
      'PAYLOAD_CHANGED at 2',
    );
    expect(broken(withRow(rows, 1, { payload: null }))).toBe('PAYLOAD_MISSING at 2');
    expect(broken(rows.map(({ payload: _, ...row }) => row))).toBe('WHOLE');
  });

  it('never calls a damaged chain whole', () => {
    const rows = chain(8);
    const checkpoints = [{ sequence: 8, hash: at(rows, 7).hash }];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows), fc.boolean(), (some, renumber) => {
        const isSame = some.length === rows.length && some.every((row, index) => row === rows[index]);
        const damaged = renumber ? renumbered(some) : some;
        expect(broken(damaged, { checkpoints }) === 'WHOLE').toBe(isSame);
      }),
    );
  });
});
