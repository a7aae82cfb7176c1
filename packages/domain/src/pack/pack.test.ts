import { EVIDENCE_STATES, isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DEFAULT_EVIDENCE_TEST } from '../evidence/index.ts';
import {
  missingWords,
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
  redactedOn: null,
  deletedOn: null,
  hasFile: true,
  recommendationRefs: ['R1'],
};

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
    [
      'sensitive and waiting',
      { sensitivity: 'OFFICIAL_SENSITIVE', state: 'SUBMITTED' },
      'Not verified yet: it waits to be checked.',
    ],
  ])('%s', (_, change, expected) => {
    const scope = packScope([{ ...item, ...change }]);
    expect(scope.included[0]?.place ?? scope.leftOut[0]?.reason).toBe(expected);
  });

  it('leaves sensitive material out when no appendix is wanted', () => {
    const scope = packScope([{ ...item, sensitivity: 'OFFICIAL_SENSITIVE' }], { sensitive: 'LEAVE_OUT' });
    expect(scope.leftOut).toEqual([
      {
        what: 'EVIDENCE',
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
      hasFile: fc.boolean(),
      recommendationRefs: fc.constant(['R1']),
    });
    const options = fc.constantFrom({ sensitive: 'APPENDIX' as const }, { sensitive: 'LEAVE_OUT' as const });
    fc.assert(
      fc.property(fc.array(any), options, (evidence, chosen) => {
        const { included, leftOut } = packScope(evidence, chosen);
        const seen = [...included.map((one) => one.item.reference), ...leftOut.map((one) => one.ref)];
        expect(seen.sort()).toEqual(evidence.map((one) => one.reference).sort());
        for (const { item: found } of included) expect(found.state).toBe('ACCEPTED');
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
    acceptedEvidence: 1,
  };
  const ready: ReadinessRecommendation = {
    id: 'id-R1',
    reference: 'R1',
    title: 'Partnership working',
    hasLead: true,
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
