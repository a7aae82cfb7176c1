import { isoDate } from '@gt/contracts/words';
import { describe, expect, it, test } from 'vitest';
import { announcement, packDayWords, packProgress, packScopeWords, scopeSentence } from './pack-words.ts';

describe('how far a pack is', () => {
  const pack = {
    state: 'BUILDING' as const,
    stage: 'files' as const,
    stageDone: 1024,
    stageTotal: 4096,
    cancelRequestedAt: null,
  };

  test.each([
    [{ ...pack, state: 'QUEUED' as const, stage: '' as const }, null, 'Waiting to start'],
    [{ ...pack, stage: 'seal' as const, stageDone: 0, stageTotal: 1 }, 0, 'Step 1 of 5: sealing the history'],
    [pack, 0.245, 'Step 2 of 5: copying evidence files, 1 MB of 4 MB'],
    [{ ...pack, stageDone: 0, stageTotal: 0 }, 0.04, 'Step 2 of 5: copying evidence files'],
    [
      { ...pack, stage: 'manifest' as const, stageDone: 1, stageTotal: 1 },
      1,
      'Step 5 of 5: writing the manifest and checksums',
    ],
    [{ ...pack, cancelRequestedAt: '2026-03-12T10:00:00Z' }, null, 'Cancelling'],
  ])('case %#', (row, share, stage) => {
    const found = packProgress(row);
    expect(found.stage).toBe(stage);
    if (share === null) expect(found.share).toBeNull();
    else expect(found.share).toBeCloseTo(share, 5);
  });

  it('never goes back from one stage to the next', () => {
    const stages = ['seal', 'files', 'summary', 'workbook', 'manifest'] as const;
    const ends = stages.flatMap((stage) =>
      [0, 1].map((stageDone) => packProgress({ ...pack, stage, stageDone, stageTotal: 1 }).share ?? 0),
    );
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  });
});

test('words', () => {
  expect(packScopeWords({ references: [] })).toBe('Whole plan');
  expect(packScopeWords({ references: ['R1', 'R3'] })).toBe('R1, R3');
  expect(packDayWords({ cutOff: null, reviewNumber: null })).toBe('The plan as it was when asked for');
  expect(packDayWords({ cutOff: isoDate('2026-02-28'), reviewNumber: null })).toBe('Up to 28 February 2026');
  expect(packDayWords({ cutOff: null, reviewNumber: 7 })).toBe('As review 7 was frozen');
  expect(announcement({ number: 3, state: 'READY' })).toBe('Pack 3 is ready.');
  const scope = {
    recommendations: 1,
    actions: 40,
    updates: 0,
    evidenceInScope: 20,
    evidenceIncluded: 14,
    evidenceLeftOut: 6,
    bytes: 3_355_443,
  };
  expect(scopeSentence({ scope })).toBe(
    'A pack built now holds 1 recommendation, 40 actions, 0 updates and 14 of 20 items of evidence (3.2 MB).',
  );
  expect(scopeSentence({ scope: { ...scope, evidenceInScope: 0, evidenceIncluded: 0, bytes: 0 } })).toMatch(
    /and no evidence\.$/,
  );
});
