import type { DeliveryStatus, Rag } from '@gt/contracts/words';
import { boardKey } from '@gt/domain/action';
import { describe, expect, test } from 'vitest';
import type { ActionRow } from '../queries.ts';
import { boardGroup } from './board-groups.ts';
import { cardMove, type MoveRights } from './card-move.ts';
import { type ShownColumn, withMoves } from './with-moves.ts';

const ALL: MoveRights = {
  may: () => ({ ok: true }),
  mayAssignTo: () => ({ ok: true }),
  teamOfPost: () => 't1',
};

function aRow(more: Partial<ActionRow> = {}): ActionRow {
  const row: Partial<ActionRow> = {
    id: 'a',
    reference: 'R1.A1',
    status: 'IN_PROGRESS',
    declaredRag: 'GREEN',
    priority: 'MEDIUM',
    acceptance: 'NONE',
    team: { id: 't1', name: 'Fostering' },
    partnerTeam: null,
    ownerPost: null,
    ownerUser: null,
    supportingTeams: [],
    redactedAt: null,
    ...more,
  };
  return row as ActionRow;
}

describe('a move by status', () => {
  const move = (from: DeliveryStatus, to: DeliveryStatus) =>
    cardMove('status', aRow({ status: from }), to, ALL);

  test.each([
    ['NOT_STARTED', 'IN_PROGRESS', false],
    ['IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK', false],
    ['AWAITING_EVIDENCE_CHECK', 'IN_PROGRESS', true],
    ['IN_PROGRESS', 'CANCELLED', true],
  ] as const)('from %s to %s asks a reason: %s', (from, to, needsReason) => {
    expect(move(from, to)).toMatchObject({ ok: true, needsReason });
  });

  test.each([
    ['AWAITING_EVIDENCE_CHECK', 'CLOSED', /A verifier closes/],
    ['CANCELLED', 'REOPENED', /Open the action to reopen it/],
    ['CLOSED', 'IN_PROGRESS', /Reopen it, with a reason/],
    ['REOPENED', 'NOT_STARTED', /cannot go from/],
    ['IN_PROGRESS', 'IN_PROGRESS', /already/],
  ] as const)('from %s to %s is refused with a sentence', (from, to, sentence) => {
    expect(move(from, to)).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) });
  });

  test('says what the person’s role does not include', () => {
    const reason = 'Your role does not include this.';
    const rights = { ...ALL, may: () => ({ ok: false as const, reason }) };
    expect(cardMove('status', aRow(), 'CANCELLED', rights)).toEqual({ ok: false, sentence: reason });
  });
});

describe('a move by RAG', () => {
  const move = (from: Rag, to: Rag) => cardMove('rag', aRow({ declaredRag: from }), to, ALL);

  test('declares the colour, with a reason for every change', () => {
    const found = move('GREEN', 'RED');
    expect(found).toMatchObject({ ok: true, needsReason: true });
    if (found.ok) {
      expect(found.change('Two carers left.')).toEqual({
        kind: 'rag',
        declaredRag: 'RED',
        reason: 'Two carers left.',
      });
    }
    expect(move('NONE', 'GREEN')).toMatchObject({ ok: true, needsReason: false });
  });

  test('never sets blue, nor takes a rating away', () => {
    expect(move('GREEN', 'BLUE').ok).toBe(false);
    expect(move('GREEN', 'NONE').ok).toBe(false);
  });
});

describe('a move by team or owner', () => {
  test('keeps everything else of the assignment, and asks why work is taken from somebody', () => {
    const ownerPost = { id: 'p1', title: 'Head of Fostering', holder: null };
    const found = cardMove('team', aRow({ ownerPost }), 't2', ALL);
    expect(found).toMatchObject({ ok: true, needsReason: true });
    if (found.ok) {
      expect(found.change('Reorganised in March.')).toMatchObject({
        to: { teamId: 't2', ownerPostId: 'p1', ownerUserId: null },
        column: 'team',
      });
    }
    expect(cardMove('team', aRow({ team: null }), 't2', ALL)).toMatchObject({ needsReason: false });
  });

  test('to another team is refused to a manager, with the sentence', () => {
    const rights = { ...ALL, mayAssignTo: () => ({ ok: false as const, reason: 'Ask the programme lead.' }) };
    expect(cardMove('team', aRow(), 't2', rights)).toEqual({
      ok: false,
      sentence: 'Ask the programme lead.',
    });
    expect(cardMove('owner', aRow(), 'post:p2', rights).ok).toBe(false);
  });

  test('to nobody takes post and person away', () => {
    const found = cardMove('owner', aRow({ ownerUser: { id: 'u', name: 'Holder 1' } }), '', ALL);
    expect(found).toMatchObject({ ok: true, needsReason: true });
    if (found.ok) expect(found.change('x')).toMatchObject({ to: { ownerPostId: null, ownerUserId: null } });
  });
});

test('taking work on is the team’s own word', () => {
  expect(cardMove('acceptance', aRow({ acceptance: 'OFFERED' }), 'ACCEPTED', ALL)).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/The team says so itself/),
  });
});

test('an address that names no grouping of a board means status', () => {
  expect([boardGroup('team'), boardGroup('dueDate'), boardGroup(undefined)]).toEqual([
    'team',
    'status',
    'status',
  ]);
  expect(boardKey('owner', aRow({ ownerPost: { id: 'p1', title: '', holder: null } }))).toBe('post:p1');
});

describe('cards on their way', () => {
  const row = aRow();
  const columnsOf = (where: 'IN_PROGRESS' | 'CANCELLED'): ShownColumn[] =>
    (['IN_PROGRESS', 'CANCELLED'] as const).map((key) => ({
      key,
      name: '',
      holder: null,
      number: null,
      count: key === where ? 1 : 0,
      rows: key === where ? [row] : [],
    }));
  const moving = [{ row, to: 'CANCELLED', name: '', patch: { status: 'CANCELLED' as const } }];
  const told = (columns: readonly ShownColumn[]) => columns.map(({ count, rows }) => [count, rows?.length]);

  test('stand in their new column at once, and the counts say so', () => {
    const shown = withMoves('status', columnsOf('IN_PROGRESS'), moving);
    expect(told(shown)).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(shown[1]?.rows?.[0]?.status).toBe('CANCELLED');
  });

  test('are not counted twice once the server has them there', () => {
    expect(told(withMoves('status', columnsOf('CANCELLED'), moving))).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test('make the column that they go to, if nobody was in it', () => {
    const to = [{ row, to: 't2', name: 'Permanence', patch: {} }];
    const team = [{ key: 't1', name: 'Fostering', holder: null, number: null, count: 1, rows: [row] }];
    expect(withMoves('team', team, to).map(({ name, count }) => [name, count])).toEqual([
      ['Fostering', 0],
      ['Permanence', 1],
    ]);
  });
});
