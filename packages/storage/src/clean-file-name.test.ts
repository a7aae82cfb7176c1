import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName, fileExtension } from './clean-file-name.ts';

test.each([
  ['audit.pdf', 'audit.pdf'],
  ['C:\\Users\\x\\audit.pdf', 'audit.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a/b\\..', 'file'],
  ['report\u202Efdp.exe', 'reportfdp.exe'],
  ['zero\u200Bwidth\uFEFF.txt', 'zerowidth.txt'],
  ['new\r\nline\0.csv', 'newline.csv'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['Contents.txt', 'Contents.txt'],
  ['LPT1.pdf', '_LPT1.pdf'],
  ['what?*<>|:".pdf', 'what-------.pdf'],
  ['  . trailing . ', 'trailing'],
  ['', 'file'],
  ['Ymchwiliad – tŷ.docx', 'Ymchwiliad – tŷ.docx'],
])('%j becomes %j', (raw, clean) => {
  expect(cleanFileName(raw)).toBe(clean);
});

test('a long name keeps its ending and fits', () => {
  const name = cleanFileName(`${'x'.repeat(500)}.docx`);
  expect(name).toHaveLength(120);
  expect(fileExtension(name)).toBe('docx');
});

test('any name becomes one that is safe, and cleaning twice changes nothing', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('..', '/', '\\', 'CON.', '\u202e', ' '),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (parts) => {
      const name = cleanFileName(parts.join(''));
      expect(name).not.toMatch(/[\\/<>:"|?*\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(name).not.toMatch(/^[.\s]|[.\s]$/);
      expect([...name].length).toBeGreaterThan(0);
      expect([...name].length).toBeLessThanOrEqual(121);
      expect(cleanFileName(name)).toBe(name);
    }),
  );
});
