import { expect, test } from 'vitest';
import { sufficiencyWords } from './index.ts';

const gap = (code: string, sentence: string) => ({ code, sentence });

test.each([
  [[], 'Proved'],
  [[gap('NO_EVIDENCE', 'No evidence yet. The test asks for more.')], 'No evidence yet'],
  [[gap('NOT_VERIFIED', 'E3 waits to be checked.')], 'Missing: E3 waits to be checked'],
  [
    [
      gap('TOO_FEW_KINDS', '1 of 2 kinds of evidence: minutes only.'),
      gap('NO_IMPACT', 'No accepted evidence shows a difference for children.'),
    ],
    'Missing: 1 of 2 kinds of evidence: minutes only; no accepted evidence shows a difference for children',
  ],
])('%j', (missing, words) => {
  expect(sufficiencyWords({ ok: missing.length === 0, missing })).toBe(words);
});
