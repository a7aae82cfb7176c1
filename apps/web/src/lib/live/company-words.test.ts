import { expect, test } from 'vitest';
import { companyWords } from './company-words.ts';

const person = (name: string, isTyping = false) => ({ name, isTyping });

test('nobody is no words, and whoever is typing comes first', () => {
  expect(companyWords([])).toBe('');
  expect(companyWords([person('Viewer, holder 1')])).toBe('Also here: Viewer, holder 1');
  expect(companyWords([person('Analyst, holder 1'), person('Head of Fostering, holder 1', true)])).toBe(
    'Also here: Head of Fostering, holder 1 · typing an update; Analyst, holder 1',
  );
});

test('three are named and the rest counted', () => {
  const five = ['E', 'D', 'C', 'B', 'A'].map((name) => person(name));
  expect(companyWords(five)).toBe('Also here: A; B; C and 2 more');
});
