import {
  EVIDENCE_FORMS,
  EVIDENCE_STATES,
  isoDate,
  PACK_AUDIENCES,
  SCREENING_ANSWERS,
  SCREENING_OUTCOMES,
} from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DEFAULT_EVIDENCE_TEST } from '../evidence/index.ts';
import {
  missingWords,
  type PackScopeOptions,
  packReadiness,
  packScope,
  type ReadinessAction,
  type ReadinessEvidence,
  type ReadinessRecommendation,
  type ScopeEvidence,
  unreadyReferences,
} from './index.ts';

const today = isoDate('2026-03-12');
const item: ScopeEvidence = {
  reference: 'E1',
  title: 'Audit of placement plans',
  state: 'ACCEPTED',
  sensitivity: 'OFFICIAL',
  form: 'FILE',
  redactedOn: null,
  deletedOn: null,
  hasFile: true,
  isBeyondCutOff: false,
  screening: { outcome: 'NOTHING_FOUND', total: 0, likely: 0, unread: 0, answer: 'NONE' },
  recommendationRefs: ['R1'],
};
const found = { outcome: 'FOUND', total: 3, likely: 1, unread: 0, answer: 'NONE' } as const;
const options: PackScopeOptions = { sensitive: 'APPENDIX', audience: 'INSPECTOR', cutOff: null };

describe('what goes into the pack', () => {
  test.each<[string, Partial<ScopeEvidence>, string]>([
    ['accepted', {}, 'MAIN'],
    ['sensitive', { sensitivity: 'OFFICIAL_SENSITIVE' }, 'APPENDIX'],
    ['waiting', { state: 'SUBMITTED' }, 'Not verified yet: it waits to be checked.'],
    ['returned', { state: 'RETURNED' }, 'Not verified: it was returned to whoever uploaded it.'],
    ['withdrawn', { state: 'WITHDRAWN' }, 'Withdrawn by the trust as evidence.'],
    [
      'destroyed',
      { redactedOn: isoDate('2026-03-03') },
      'Redacted on 3 March 2026: it held what must not be in this record.',
    ],
    ['deleted', { deletedOn: isoDate('2026-03-03') }, 'Deleted on 3 March 2026.'],
    ['its action gone', { linkIsGone: true }, 'Linked only to an action that has been deleted.'],
    ['no file', { hasFile: false }, 'It has no file: only its description is on record.'],
    ['a link', { form: 'LINK' }, 'It is a link only: the pack can hold no copy of what is behind it.'],
    ['not screened', { screening: null }, 'Not screened for personal data yet.'],
    [
      'not to be screened',
      { screening: { ...found, outcome: 'COULD_NOT_SCREEN', likely: 0 } },
      'It could not be screened for personal data, and no verifier answers for it.',
    ],
    [
      'not read to its end',
      { screening: { ...found, likely: 0, unread: 1 } },
      'Not all of it could be screened for personal data, and no verifier answers for it.',
    ],
    [
      'a finding',
      { screening: found },
      'Screening found 1 likely piece of personal data in it, which no verifier has allowed.',
    ],
    [
      'a finding that was justified and refused',
      { screening: { ...found, answer: 'REFUSED' } },
      'Screening found 1 likely piece of personal data in it, which no verifier has allowed.',
    ],
    [
      'sensitive and waiting',
      { sensitivity: 'OFFICIAL_SENSITIVE', state: 'SUBMITTED' },
      'Not verified yet: it waits to be checked.',
    ],
  ])('%s', (_, change, expected) => {
    const scope = packScope([{ ...item, ...change }]);
    expect(scope.included[0]?.place ?? scope.leftOut[0]?.reason).toBe(expected);
  });

  test.each<[string, Partial<ScopeEvidence>, string]>([
    ['clean', {}, 'NOTHING_FOUND'],
    ['possible findings only', { screening: { ...found, likely: 0 } }, 'POSSIBLE'],
    ['allowed', { screening: { ...found, answer: 'ALLOWED' } }, 'ALLOWED'],
    ['looked at', { screening: { ...found, outcome: 'COULD_NOT_SCREEN', answer: 'ALLOWED' } }, 'LOOKED_AT'],
  ])('says what screening said: %s', (_, change, expected) => {
    expect(packScope([{ ...item, ...change }]).included[0]?.screening).toBe(expected);
  });

  it('leaves out what came after the cut-off, and every file from a public edition', () => {
    const late = packScope([{ ...item, isBeyondCutOff: true }], { ...options, cutOff: today });
    expect(late.leftOut[0]).toMatchObject({
      code: 'BEYOND_CUT_OFF',
      reason: 'It came after 12 March 2026, the last day this pack tells of.',
    });
    const open = packScope([item, { ...item, screening: null }], { ...options, audience: 'PUBLIC' });
    expect(open.leftOut.map(({ code }) => code)).toEqual(['PUBLIC_EDITION', 'UNSCREENED']);
  });

  it('leaves sensitive material out when no appendix is wanted', () => {
    const scope = packScope([{ ...item, sensitivity: 'OFFICIAL_SENSITIVE' }], {
      ...options,
      sensitive: 'LEAVE_OUT',
    });
    expect(scope.leftOut).toEqual([
      {
        what: 'EVIDENCE',
        code: 'SENSITIVE',
        ref: 'E1',
        title: 'Audit of placement plans',
        reason: 'OFFICIAL-SENSITIVE: the appendix for sensitive material was not asked for.',
        recommendationRefs: ['R1'],
      },
    ]);
  });

  it('drops nothing in silence', () => {
    const any = fc.record<ScopeEvidence>({
      reference: fc.uuid(),
      title: fc.constant('Title'),
      state: fc.constantFrom(...EVIDENCE_STATES),
      sensitivity: fc.constantFrom('OFFICIAL', 'OFFICIAL_SENSITIVE'),
      redactedOn: fc.constantFrom(null, today),
      deletedOn: fc.constantFrom(null, today),
      form: fc.constantFrom(...EVIDENCE_FORMS),
      hasFile: fc.boolean(),
      isBeyondCutOff: fc.boolean(),
      screening: fc.option(
        fc.record({
          outcome: fc.constantFrom(...SCREENING_OUTCOMES),
          total: fc.nat(3),
          likely: fc.nat(2),
          unread: fc.nat(1),
          answer: fc.constantFrom(...SCREENING_ANSWERS),
        }),
      ),
      recommendationRefs: fc.constant(['R1']),
    });
    const choices = fc.record<PackScopeOptions>({
      sensitive: fc.constantFrom('APPENDIX', 'LEAVE_OUT'),
      audience: fc.constantFrom(...PACK_AUDIENCES),
      cutOff: fc.constantFrom(null, today),
    });
    fc.assert(
      fc.property(fc.array(any), choices, (evidence, chosen) => {
        const { included, leftOut } = packScope(evidence, chosen);
        const seen = [...included.map((one) => one.item.reference), ...leftOut.map((one) => one.ref)];
        expect(seen.sort()).toEqual(evidence.map((one) => one.reference).sort());
        for (const { item: one } of included) expect(one.state).toBe('ACCEPTED');
        const unanswered = included.filter(({ item: { screening } }) => {
          const isRead = screening?.outcome !== 'COULD_NOT_SCREEN' && screening?.unread === 0;
          const isClean = isRead && screening?.likely === 0;
          return screening?.answer !== 'ALLOWED' && !isClean;
        });
        expect(unanswered).toEqual([]);
        for (const { reason } of leftOut) expect(reason).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});

describe('readiness', () => {
  const evidence = (reference: string, change: Partial<ReadinessEvidence> = {}): ReadinessEvidence => ({
    id: `id-${reference}`,
    reference,
    kind: 'AUDIT',
    showsImpact: true,
    periodTo: null,
    uploadedOn: today,
    state: 'ACCEPTED',
    form: 'FILE',
    screening: { outcome: 'NOTHING_FOUND', total: 0, likely: 0, unread: 0, answer: 'NONE' },
    ...change,
  });
  const action: ReadinessAction = {
    id: 'id-R1.A1',
    reference: 'R1.A1',
    status: 'IN_PROGRESS',
    hasOwner: true,
    isOverdue: false,
    isSilent: false,
    mismatch: { isMismatch: false },
    isRed: false,
    acceptedEvidence: 1,
  };
  const ready: ReadinessRecommendation = {
    id: 'id-R1',
    reference: 'R1',
    title: 'Partnership working',
    hasLead: true,
    status: 'OPEN',
    measuresAway: [],
    checksWaiting: [],
    goodLooksLike: 'Partners lead early help',
    closureTest: 'Two audits in a row',
    evidenceTest: DEFAULT_EVIDENCE_TEST,
    actions: [action],
    evidence: [evidence('E1'), evidence('E2', { kind: 'DATA' })],
  };
  const withAction = (change: Partial<ReadinessAction>) => ({ actions: [{ ...action, ...change }] });
  const check = (change: Partial<ReadinessRecommendation>) =>
    packReadiness([{ ...ready, ...change }], today)
      .recommendations.flatMap((row) => row.items)
      .map((found) => `${found.code} ${found.group} ${found.target.reference}`)
      .join(' | ');

  test.each<[string, Partial<ReadinessRecommendation>, string]>([
    ['ready', {}, ''],
    ['no lead', { hasLead: false }, 'NO_LEAD MISSING R1'],
    [
      'nothing agreed',
      { goodLooksLike: ' ', closureTest: '' },
      'NO_GOOD_LOOKS_LIKE MISSING R1 | NO_CLOSURE_TEST MISSING R1',
    ],
    ['no action', { actions: [] }, 'NO_ACTION MISSING R1'],
    [
      'only a cancelled action',
      withAction({ status: 'CANCELLED', hasOwner: false, isSilent: true }),
      'NO_ACTION MISSING R1',
    ],
    ['no owner', withAction({ hasOwner: false }), 'NO_OWNER MISSING R1.A1'],
    [
      'overdue and silent',
      withAction({ isOverdue: true, isSilent: true }),
      'OVERDUE STALE R1.A1 | SILENT STALE R1.A1',
    ],
    [
      'contradictory rating',
      withAction({
        mismatch: {
          isMismatch: true,
          kind: 'DECLARED_BETTER',
          sentence: 'Declared On track, calculated Off track: late',
        },
      }),
      'RAG_MISMATCH CONTRADICTORY R1.A1',
    ],
    [
      'closed without proof',
      withAction({ status: 'CLOSED', acceptedEvidence: 0 }),
      'CLOSED_WITHOUT_EVIDENCE CONTRADICTORY R1.A1',
    ],
    ['closed, owner gone', withAction({ status: 'CLOSED', hasOwner: false }), ''],
    ['closed, and all is well', { status: 'CLOSED' }, ''],
    [
      'closed, and an action is red',
      { status: 'CLOSED', ...withAction({ isRed: true }) },
      'CLOSED_BUT_RED CONTRADICTORY R1.A1',
    ],
    ['open, and an action is red', withAction({ isRed: true }), ''],
    [
      'closed, and a measure moves away',
      { status: 'CLOSED', measuresAway: ['Visits on time'] },
      'CLOSED_BUT_AWAY CONTRADICTORY R1',
    ],
    [
      'closed, and the test is not met',
      { status: 'CLOSED', evidence: [evidence('E1')] },
      'CLOSED_BUT_NOT_ENOUGH CONTRADICTORY R1 | TOO_FEW_KINDS MISSING R1',
    ],
    [
      'closed, and a check is late',
      { status: 'CLOSED', checksWaiting: [{ months: 3, dueDate: isoDate('2026-03-11') }] },
      'CHECK_OVERDUE STALE R1',
    ],
    ['closed, and a check is due', { status: 'CLOSED', checksWaiting: [{ months: 3, dueDate: today }] }, ''],
    [
      'not screened, found, and a link',
      {
        evidence: [
          evidence('E1', { screening: null }),
          evidence('E2', {
            kind: 'DATA',
            screening: { outcome: 'FOUND', total: 3, likely: 1, answer: 'JUSTIFIED' },
          }),
          evidence('E3', { screening: null, form: 'LINK' }),
        ],
      },
      'NOT_SCREENED UNSCREENED E1 | FOUND_NOT_ANSWERED UNSCREENED E2',
    ],
    [
      'not screened, and returned',
      { evidence: [...ready.evidence, evidence('E3', { state: 'RETURNED', screening: null })] },
      'RETURNED UNVERIFIED E3',
    ],
    ['no evidence', { evidence: [] }, 'NO_EVIDENCE MISSING R1'],
    [
      'two waiting, one returned',
      {
        evidence: [
          ...ready.evidence,
          evidence('E3', { state: 'SUBMITTED' }),
          evidence('E4', { state: 'SUBMITTED' }),
          evidence('E5', { state: 'RETURNED' }),
        ],
      },
      'NOT_VERIFIED UNVERIFIED E3 | NOT_VERIFIED UNVERIFIED E4 | RETURNED UNVERIFIED E5',
    ],
    [
      'stale',
      { evidence: ready.evidence.map((one) => ({ ...one, periodTo: isoDate('2025-01-01') })) },
      'NEWEST_TOO_OLD STALE R1',
    ],
  ])('%s', (_, change, expected) => {
    expect(check(change)).toBe(expected);
  });

  it('says one honest line', () => {
    const bad = { ...ready, id: 'id-R2', reference: 'R2', hasLead: false, goodLooksLike: '' };
    const one = { ...ready, hasLead: false };
    const line = (...rows: ReadinessRecommendation[]) => packReadiness(rows, today).line;
    expect(line()).toBe('Nothing to pack yet: there are no recommendations');
    expect(line(ready)).toBe('Ready: nothing is missing in 1 recommendation');
    expect(line(ready, { ...ready, id: 'x' })).toBe('Ready: nothing is missing in 2 recommendations');
    expect(line(one)).toBe('Ready except 1 item in 1 recommendation');
    expect(line(ready, one, bad)).toBe('Ready except 3 items in 2 recommendations');
    const readiness = packReadiness([ready, one, bad], today);
    expect(readiness).toMatchObject({ isReady: false, items: 3 });
    expect(unreadyReferences(readiness)).toBe('R1 and R2');
    expect(readiness.recommendations.map(missingWords)[2]).toEqual([
      'Nobody is named as accountable.',
      'What good looks like has not been written down.',
    ]);
    expect(packReadiness([], today).isReady).toBe(false);
  });
});
