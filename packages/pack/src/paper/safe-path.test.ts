import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName, uniquePaths } from './safe-path.ts';

test.each([
  ['E12 Audit of supervision', 'pdf', 'E12 Audit of supervision.pdf'],
  ['../../etc/passwd', '', 'etc passwd'],
  ['CON', 'txt', '_CON.txt'],
  ['nul.report', 'pdf', '_nul.report.pdf'],
  ['What? "Yes" <no> | a:b*', 'csv', 'What Yes no a b.csv'],
  ['ends in dots...', '', 'ends in dots'],
  ['\u202egnp.exe', 'png', 'gnp.exe.png'],
  ['', '', 'untitled'],
  ['...', 'pdf', 'untitled.pdf'],
])('%j with .%s becomes %j', (text, extension, name) => {
  expect(safeName(text, extension)).toBe(name);
});

test('any text becomes a name that Windows takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const name = safeName(text, 'pdf');
      expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+\.pdf$/u);
      expect(name).not.toMatch(/^[\s.]|[\s.]\.pdf$/);
      expect([...name].length).toBeLessThanOrEqual(101);
    }),
  );
});

test('names that differ only in case, or in composed letters, are kept apart', () => {
  const unique = uniquePaths();
  expect(unique('a', 'Audit.pdf')).toBe('a/Audit.pdf');
  expect(unique('a', 'audit.PDF')).toBe('a/audit (2).PDF');
  expect(unique('a', 'AUDIT.pdf')).toBe('a/AUDIT (3).pdf');
  expect(unique('b', 'Audit.pdf')).toBe('b/Audit.pdf');
  expect(unique('a', 'caf\u00e9')).toBe('a/caf\u00e9');
  expect(unique('a', 'cafe\u0301')).toBe('a/cafe\u0301 (2)');
});
