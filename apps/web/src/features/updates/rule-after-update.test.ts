import { expect, test } from 'vitest';
import { ruleAfterUpdate } from './rule-after-update.ts';

test('silence ends with the update, nothing else does', () => {
  const silence = 'No update for 20 days';
  const amber = { calculatedRag: 'AMBER' as const, silent: true };
  expect(ruleAfterUpdate({ ...amber, calculatedReasons: [silence] }).rag).toBe('GREEN');
  expect(ruleAfterUpdate({ ...amber, calculatedReasons: ['Due date moved twice', silence] })).toEqual({
    rag: 'AMBER',
    sentence: 'Due date moved twice; No update for 20 days',
  });
  expect(ruleAfterUpdate({ calculatedRag: 'NONE', calculatedReasons: [], silent: false }).rag).toBe('NONE');
});
