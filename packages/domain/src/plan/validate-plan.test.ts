import { expect, test } from 'vitest';
import { type PlanInput, validatePlan } from './index.ts';

test.each<[PlanInput, string]>([
  [{ name: 'ILACS 2018', kind: 'INSPECTION', councilName: 'Northbridge City Council', trustName: null }, ''],
  [
    { name: ' ', councilName: '' },
    'Enter a name for the plan | Enter the council that holds the statutory duty',
  ],
  [{ name: 'x'.repeat(200) }, ''],
  [{ name: 'x'.repeat(201) }, 'The name of the plan must be 200 characters or fewer. Shorten it by 1.'],
  [{ trustName: 'x'.repeat(201) }, 'The trust must be 200 characters or fewer. Shorten it by 1.'],
  [{ kind: 'HOLIDAY' }, 'Choose what the plan answers'],
  [{}, ''],
])('plan, case %#', (input, expected) => {
  expect(
    validatePlan(input)
      .map((problem) => problem.message)
      .join(' | '),
  ).toBe(expected);
});
