import { validateAction } from '@gt/domain/action';
import { evidenceSufficiency, validateEvidence } from '@gt/domain/evidence';
import { calculateRag, DEFAULT_RAG_THRESHOLDS } from '@gt/domain/rag';
import { validateRecommendation } from '@gt/domain/recommendation';
import { validateUpdate } from '@gt/domain/update';
import { describe, expect, it, test } from 'vitest';
import {
  type ActionFacts,
  anAction,
  anEvidence,
  anUpdate,
  aRecommendation,
  clock,
  ids,
  TODAY,
} from './index.ts';

const rate = (facts: ActionFacts) => {
  const { rag, reasons } = calculateRag(facts, DEFAULT_RAG_THRESHOLDS, TODAY);
  return [rag, ...reasons.map((reason) => reason.code)].join(' ');
};

describe('builders', () => {
  test.each<[string, ActionFacts, string]>([
    ['in good order', anAction().build(), 'GREEN'],
    ['overdue', anAction().overdue().build(), 'RED PAST_DUE'],
    ['moved', anAction().moved(2).build(), 'AMBER MOVED_OFTEN'],
    ['moved past the original', anAction().dueIn(10).moved(2).build(), 'AMBER PAST_ORIGINAL_DUE MOVED_OFTEN'],
    ['silent', anAction().silent().build(), 'AMBER SILENT'],
    ['not started', anAction().notStarted().build(), 'NONE'],
    ['awaiting its check', anAction().awaitingCheck().silent().build(), 'GREEN'],
    ['closed', anAction().overdue().closed().build(), 'BLUE'],
    ['cancelled', anAction().overdue().cancelled().build(), 'NONE'],
  ])('an action %s', (_, facts, expected) => {
    expect(rate(facts)).toBe(expected);
    expect(validateAction(facts)).toEqual([]);
  });

  it('make records that the rules accept', () => {
    const item = anEvidence().build();
    const test = aRecommendation().build();
    expect(validateEvidence(item, TODAY)).toEqual([]);
    expect(validateRecommendation(test)).toEqual([]);
    expect(validateUpdate(anUpdate().build(), anAction().build())).toEqual([]);
    const second = anEvidence().numbered(2).ofKind('DATA').build();
    expect(evidenceSufficiency(test, [item, second], TODAY).ok).toBe(true);
    const old = anEvidence().daysOld(91).build();
    expect(evidenceSufficiency(test, [old, { ...old, kind: 'DATA' }], TODAY).ok).toBe(false);
  });

  it('never change the builder they came from', () => {
    const base = anAction();
    base.overdue().numbered(1, 1);
    expect(base.build().reference).toBe('R3.A2');
    expect(anAction().numbered(1, 4).build()).toMatchObject({
      reference: 'R1.A4',
      recommendationId: 'recommendation-1',
    });
    expect(aRecommendation().numbered(5).quoting('permanence options.').build()).toMatchObject({
      reference: 'R5',
      title: 'Permanence options',
    });
  });
});

describe('clock and ids', () => {
  it('move only when told, in the same order each time', () => {
    const time = clock('2026-03-12');
    expect([time.today, time.now.toISOString()]).toEqual(['2026-03-12', '2026-03-12T09:00:00.000Z']);
    time.advanceDays(20);
    time.advanceMinutes(30);
    expect(time.now.toISOString()).toBe('2026-04-01T09:30:00.000Z');
    const next = ids();
    expect([next(), next()]).toEqual([
      '00000000-0000-7000-8000-000000000001',
      '00000000-0000-7000-8000-000000000002',
    ]);
    expect(ids(1)()).not.toBe(ids(2)());
  });
});
