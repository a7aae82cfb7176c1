import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { askDueWords, validateAsk } from './index.ts';

const today = isoDate('2026-03-12');

test.each([
  ['The audit of March', today, ''],
  ['', today, 'Enter what evidence is wanted, and what it should show'],
  ['An audit', today, 'What is asked for must be at least 10 characters.'],
  ['The audit of March', addDays(today, -1), 'Choose today or a later day'],
  ['The audit of March', addDays(today, 366), ''],
  ['The audit of March', addDays(today, 367), 'Choose a day within a year'],
])('“%s” by %s', (text, dueDate, expected) => {
  expect(
    validateAsk({ text, dueDate }, today)
      .map(({ message }) => message)
      .join(),
  ).toBe(expected);
});

test.each([
  [-6, '6 days overdue'],
  [-1, '1 day overdue'],
  [0, 'Due today'],
  [4, 'Due in 4 days'],
])('%i days', (days, words) => {
  expect(askDueWords(addDays(today, days), today)).toBe(words);
});
