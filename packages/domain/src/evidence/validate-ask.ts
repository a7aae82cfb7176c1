import type { FieldProblem, IsoDate } from '@gt/contracts/words';
import { addDays, daysBetween } from '../calendar/index.ts';
import { checkText, countOf } from '../wording/index.ts';

/** The text of an ask in characters, and how many days ahead it may be due. */
export const ASK_LIMITS = { text: { min: 10, max: 1_000 }, daysAhead: 366 } as const;
/** The longest word on how an ask was settled, in characters. */
export const ASK_NOTE_MAX = 1_000;

/** Everything wrong with asking a post for evidence by a day. */
export function validateAsk(input: { text: string; dueDate: IsoDate }, today: IsoDate): FieldProblem[] {
  const label = {
    label: 'What is asked for',
    enter: 'Enter what evidence is wanted, and what it should show',
  };
  const problems = checkText('text', input.text, { ...label, ...ASK_LIMITS.text });
  if (input.dueDate < today) problems.push({ field: 'dueDate', message: 'Choose today or a later day' });
  if (input.dueDate > addDays(today, ASK_LIMITS.daysAhead)) {
    problems.push({ field: 'dueDate', message: 'Choose a day within a year' });
  }
  return problems;
}

/** "6 days overdue", "Due today", "Due in 4 days". */
export function askDueWords(dueDate: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, dueDate);
  if (days < 0) return `${countOf(-days, 'day')} overdue`;
  return days === 0 ? 'Due today' : `Due in ${countOf(days, 'day')}`;
}
