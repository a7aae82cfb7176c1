import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import {
  checkPlanForm,
  emptyPlan,
  emptyRecommendation,
  fromProposal,
  ofKind,
  withEveryArea,
} from './plan-form-state.ts';
import { joinWithNext, removeAt, splitAt } from './recommendation-list.ts';

const TODAY = isoDate('2026-03-12');
const item = (quote: string, more = {}) => ({ ...emptyRecommendation(), quote, ...more });

describe('checking the form', () => {
  test('an empty form names every answer that is missing, the date of receipt among them', () => {
    const checked = checkPlanForm(emptyPlan(), TODAY);
    expect(checked.ok ? [] : checked.errors.map(({ fieldId }) => fieldId)).toEqual([
      'plan.name',
      'plan.councilName',
      'inspection.kind',
      'inspection.frameworkKey',
      'inspection.authority',
      'inspection.receivedDate',
      'recommendations.0.quote',
    ]);
  });

  test('a proposal never fills in the date of receipt, and asks for each area of the framework', () => {
    const state = fromProposal({
      plan: { name: 'Northmoor', kind: 'INSPECTION', councilName: 'Northmoor City Council', trustName: '' },
      inspection: {
        ...emptyPlan().inspection,
        kind: 'ILACS_STANDARD',
        frameworkKey: 'ILACS_2026',
        authority: 'Northmoor',
        judgements: [{ area: 'care_leavers', grade: 'GOOD', page: 1 }],
      },
      hasAreaForPriorityAction: false,
      recommendations: [],
    });
    expect(state.inspection.receivedDate).toBeNull();
    expect(state.inspection.judgements.map(({ grade }) => grade)).toEqual([null, null, null, 'GOOD']);
    expect(state.recommendations).toHaveLength(1);
  });

  test('a grade for an area that the framework does not judge stays in sight', () => {
    const read = [{ area: 'overall_effectiveness', grade: 'GOOD' as const, page: 1 }];
    expect(withEveryArea(null, read)).toEqual(read);
    expect(withEveryArea('ILACS_2026', read)).toHaveLength(5);
    expect(withEveryArea('ILACS_2023', read)).toHaveLength(5);
  });

  test('grades left open are not sent', () => {
    const state = emptyPlan();
    const checked = checkPlanForm(
      {
        ...state,
        plan: { ...state.plan, name: 'Northmoor', councilName: 'Northmoor City Council' },
        inspection: {
          ...state.inspection,
          kind: 'ILACS_SHORT',
          frameworkKey: 'ILACS_2026',
          authority: 'Northmoor',
          receivedDate: isoDate('2026-03-02'),
          judgements: withEveryArea('ILACS_2026', [{ area: 'care_leavers', grade: 'GOOD', page: null }]),
        },
        recommendations: [item('The fostering service.')],
      },
      TODAY,
    );
    expect(checked).toMatchObject({
      ok: true,
      content: {
        plan: { kind: 'INSPECTION' },
        inspection: { judgements: [{ area: 'care_leavers' }], urn: null },
        recommendations: [{ quote: 'The fostering service.' }],
      },
    });
  });
});

describe('each kind in its own shape', () => {
  const audited = ofKind(
    {
      ...emptyPlan(),
      inspection: {
        ...emptyPlan().inspection,
        kind: 'ILACS_STANDARD',
        frameworkKey: 'ILACS_2026',
        judgements: withEveryArea('ILACS_2026', []),
      },
      recommendations: [{ ...item('Reviews are late.'), judgementAreas: ['care_leavers'] }],
    },
    'INTERNAL_AUDIT',
  );

  test('another kind brings its framework and leaves nothing that it does not have', () => {
    expect(audited.inspection).toMatchObject({ frameworkKey: 'INTERNAL_AUDIT', judgements: [] });
    expect(audited.recommendations[0]).toMatchObject({ judgementAreas: [], category: null });
    const peer = ofKind(audited, 'PEER_REVIEW');
    expect(peer.recommendations[0]?.category).toBe('CONSIDERATION');
  });

  test('a further inspection asks nothing of the plan', () => {
    const state = {
      ...audited,
      inspection: { ...audited.inspection, authority: 'Northmoor', receivedDate: isoDate('2026-03-02') },
    };
    expect(checkPlanForm(state, TODAY).ok).toBe(false);
    expect(checkPlanForm(state, TODAY, true)).toMatchObject({
      ok: true,
      content: { inspection: { kind: 'INTERNAL_AUDIT' } },
    });
  });
});

describe('splitting, joining and removing', () => {
  test('a split gives both halves the page and the paragraphs', () => {
    const paragraphs = [{ number: 4, sharedWords: ['fostering'] }];
    const list = [item('First part. Second part.', { page: 3, paragraphs }), item('Other')];
    const split = splitAt(list, 0, 'First part. '.length);
    expect(split?.map(({ quote, page }) => [quote, page])).toEqual([
      ['First part.', 3],
      ['Second part.', 3],
      ['Other', null],
    ]);
    expect(split?.[1]?.paragraphs).toEqual(paragraphs);
    expect(new Set(split?.map(({ key }) => key)).size).toBe(3);
  });

  test.each([0, 5, 99])('a split at %i, with nothing on one side, is refused', (cursor) => {
    expect(splitAt([item('Whole')], 0, cursor)).toBeNull();
  });

  test('a split undone by joining keeps every word', () => {
    const split = splitAt([item('One two')], 0, 3) ?? [];
    expect(joinWithNext(split, 0).map(({ quote }) => quote)).toEqual(['One two']);
    expect(joinWithNext(split, 1)).toHaveLength(2);
  });

  test('taking the last one away leaves a line to type in', () => {
    expect(removeAt([item('One')], 0)).toMatchObject([{ quote: '' }]);
  });
});
