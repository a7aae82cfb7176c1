import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { weigh } from '../bundle-budget.mjs';
import { readAudit } from './audit.mjs';
import { countPlaywright, countVitest } from './count-results.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-results-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const report = (content: unknown) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe('counting', () => {
  test('a test file that does not load counts as failed', () => {
    const file = report({
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        {
          name: 'sums.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'failed', fullName: 'adds', failureMessages: ['expected 3 to be 4\n at line 1'] },
            { status: 'passed', fullName: 'takes away' },
          ],
        },
        { name: 'broken.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
        { name: 'fine.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    });
    expect(countVitest(file)).toMatchObject({
      passed: 3,
      failed: 2,
      failures: ['sums.test.ts: adds (expected 3 to be 4)', 'broken.test.ts: did not load (no such file)'],
    });
  });

  test('a retry that passed has passed; an error outside a test has failed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    const inner = { specs: [{ ok: false, file: 'table.spec.ts', title: 'is sorted' }] };
    const suites = [{ specs: [{ ok: true, file: 'table.spec.ts', title: 'is shown' }], suites: [inner] }];
    const errors = [{ message: 'the server did not start\n at line 1' }];
    expect(countPlaywright(report({ stats, errors, suites }))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
      failures: ['table.spec.ts: is sorted', 'outside a test (the server did not start)'],
    });
  });

  test('a missing report is nothing passed', () => {
    expect(countVitest(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 });
    expect(countPlaywright(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 });
  });
});

describe('audit', () => {
  const found = (counts: Record<string, number>) =>
    readAudit(JSON.stringify({ metadata: { vulnerabilities: counts } }));
  test('a high advisory is found, a moderate one is named', () => {
    expect(found({ high: 1 }).state).toBe('found');
    expect(found({ moderate: 2 })).toEqual({
      state: 'clean',
      words: '0 critical, 0 high, 2 moderate, 0 low',
    });
  });
  test.each(['', '{"message":"405 Method Not Allowed"}', 'npm error network'])(
    'no answer is "not run": %s',
    (output) => {
      expect(readAudit(output).state).toBe('not run');
    },
  );
});

describe('weight of the screens', () => {
  const build = (chunks: Record<string, string>) => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<script type="module" src="/assets/index.js"></script>');
    for (const [name, code] of Object.entries(chunks)) writeFileSync(join(folder, 'assets', name), code);
  };
  const heavy = () => `export const noise="${randomBytes(70_000).toString('base64')}";`;

  test('a heavy chunk that a route fetches is named', () => {
    build({ 'index.js': 'const r=()=>import("./route.js");', 'route.js': heavy() });
    expect(weigh(folder).tooHeavy).toEqual(['route.js']);
  });

  test('what the first page imports outright is weighed with the first page', () => {
    build({
      'index.js': 'import{a as b}from"./react.js";import"./side.js";b();',
      'react.js': heavy(),
      'side.js': '1;',
    });
    const { chunks, tooHeavy } = weigh(folder);
    expect(tooHeavy).toEqual([]);
    expect(chunks.every((chunk) => chunk.initial)).toBe(true);
  });
});
