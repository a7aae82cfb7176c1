import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import {
  acceptanceAfter,
  answerOffer,
  answersForTeam,
  heatOf,
  ownerOutsideTeam,
  undoChange,
  workloadWeeks,
  workloadWords,
} from './index.ts';

const manager = { roles: ['MANAGER'] as const, teamIds: ['fostering'] };
const lead = { roles: ['PROGRAMME_LEAD'] as const, teamIds: [] };
const partner = { roles: ['PARTNER'] as const, teamIds: ['police'] };
const contributor = { roles: ['CONTRIBUTOR'] as const, teamIds: ['fostering'] };

describe('who answers for a team', () => {
  test.each([
    [manager, 'fostering', true],
    [manager, 'permanence', false],
    [partner, 'police', true],
    [contributor, 'fostering', false],
    [lead, 'fostering', false],
  ])('%o for %s: %s', (actor, teamId, answers) => {
    expect(answersForTeam(actor, teamId)).toBe(answers);
  });
});

describe('whether a team has taken on what it is given', () => {
  const nobody = { teamId: null, acceptance: 'NONE' } as const;
  const offered = { teamId: 'fostering', acceptance: 'OFFERED' } as const;
  const accepted = { teamId: 'fostering', acceptance: 'ACCEPTED' } as const;
  test.each([
    ['the lead offers it', lead, nobody, 'fostering', false, 'OFFERED'],
    ['its manager gives it', manager, nobody, 'fostering', false, 'ACCEPTED'],
    ['another manager gives it', manager, nobody, 'permanence', false, 'OFFERED'],
    ['somebody of the agency takes it', partner, nobody, 'police', false, 'ACCEPTED'],
    ['naming an owner is taking it on', manager, offered, 'fostering', true, 'ACCEPTED'],
    ['the lead naming an owner is not', lead, offered, 'fostering', true, 'OFFERED'],
    ['with the same team it stays', lead, accepted, 'fostering', false, 'ACCEPTED'],
    ['another team is asked anew', lead, accepted, 'permanence', false, 'OFFERED'],
    ['without a team there is nothing to take on', lead, accepted, null, false, 'NONE'],
  ] as const)('%s', (_, actor, from, teamId, ownerChanges, wanted) => {
    expect(acceptanceAfter(actor, { from, teamId, ownerChanges })).toBe(wanted);
  });
});

describe('answers to an offer', () => {
  test.each([
    ['ACCEPT', 'OFFERED', '', null],
    ['ACCEPT', 'QUERIED', '', null],
    ['ACCEPT', 'ACCEPTED', '', 'The team has accepted this already.'],
    ['ACCEPT', 'NONE', '', 'This action is given to no team, so there is nothing to answer.'],
    ['ASK_BACK', 'OFFERED', 'When does it begin?', null],
    ['ASK_BACK', 'OFFERED', '', 'Enter what you ask before the team can take this on'],
    [
      'ASK_BACK',
      'QUERIED',
      'When does it begin?',
      'The team has asked back already. It waits for an answer.',
    ],
    [
      'ASK_BACK',
      'ACCEPTED',
      'When does it begin?',
      'The team has accepted this action. Ask the programme lead to give it to somebody else.',
    ],
    ['OFFER_AGAIN', 'QUERIED', 'In May, as agreed.', null],
    ['OFFER_AGAIN', 'QUERIED', 'No', 'Your answer must be at least 10 characters.'],
    [
      'OFFER_AGAIN',
      'OFFERED',
      'In May, as agreed.',
      'This action is offered to the team already. It waits for their answer.',
    ],
    ['OFFER_AGAIN', 'ACCEPTED', 'In May, as agreed.', 'The team has accepted this action since.'],
  ] as const)('%s when %s, “%s”', (answer, acceptance, note, sentence) => {
    expect(answerOffer(answer, acceptance, note)?.sentence ?? null).toBe(sentence);
  });
});

describe('owners and teams', () => {
  const team = { id: 'fostering', name: 'Fostering' };
  const head = { name: 'Head of Permanence', teamIds: ['permanence'] };
  test.each([
    ['inside', { name: 'Head of Fostering', teamIds: ['fostering'] }, team, null, null],
    ['outside', head, team, null, 'Head of Permanence does not work in Fostering.'],
    ['of the partner agency', head, team, 'permanence', null],
    ['no team', head, null, null, null],
    ['no owner', null, team, null, null],
  ])('%s', (_, owner, of, partnerTeamId, sentence) => {
    expect(ownerOutsideTeam(owner, of, partnerTeamId)).toBe(sentence);
  });
});

describe('undoing', () => {
  const current = { priority: 'HIGH', status: 'IN_PROGRESS', teamId: 'fostering' };
  const sentenceOf = (before: object | null, after: object | null) => {
    const decision = undoChange({
      before: before as Record<string, unknown> | null,
      after: after as Record<string, unknown> | null,
      current,
    });
    return decision.ok ? decision.values : decision.sentence;
  };
  test.each([
    ['a field goes back', { priority: 'LOW' }, { priority: 'HIGH' }, { priority: 'LOW' }],
    ['to nothing', {}, { teamId: 'fostering' }, { teamId: null }],
    [
      'changed since',
      { priority: 'LOW' },
      { priority: 'MEDIUM' },
      'The priority has changed since, so this cannot be undone. Change it by hand.',
    ],
    [
      'closing',
      { status: 'AWAITING_EVIDENCE_CHECK' },
      { status: 'CLOSED' },
      'Closing and reopening are decided on evidence and are not undone. Change the status instead.',
    ],
    ['only a reason', {}, { reason: 'Because' }, 'There is nothing in this entry that can be undone.'],
    [
      'destroyed',
      null,
      null,
      'The words of this entry were destroyed, so what was there before is not known.',
    ],
  ])('%s', (_, before, after, wanted) => {
    expect(sentenceOf(before, after)).toEqual(wanted);
  });
});

describe('workload', () => {
  test('weeks run from Monday', () => {
    expect(workloadWeeks(isoDate('2026-03-12'), 3)).toEqual(['2026-03-09', '2026-03-16', '2026-03-23']);
  });

  test.each([
    [0, 'NONE'],
    [1, 'LIGHT'],
    [3, 'LIGHT'],
    [4, 'BUSY'],
    [7, 'BUSY'],
    [8, 'FULL'],
  ])('%i due in a week is %s', (due, heat) => {
    expect(heatOf(due)).toBe(heat);
  });

  test('is said beside a name', () => {
    expect(workloadWords({ open: 0, overdue: 0, dueSoon: 0 })).toBe('no open actions');
    expect(workloadWords({ open: 12, overdue: 3, dueSoon: 5 })).toBe(
      '12 open actions, 3 overdue, 5 due in 4 weeks',
    );
  });
});
