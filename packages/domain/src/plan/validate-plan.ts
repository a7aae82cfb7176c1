import { type FieldProblem, PLAN_KINDS } from '@gt/contracts/words';
import { checkText } from '../wording/index.ts';

/** Longest texts of a plan, in characters. */
export const PLAN_LIMITS = { name: 200, councilName: 200, trustName: 200 } as const;

/** A plan as typed; absent fields are not checked. */
export type PlanInput = { name?: string; kind?: string; councilName?: string; trustName?: string | null };

/**
 * Everything wrong with a plan's heading. The council is always named; a trust only where there is one.
 * Source: the statutory duty is the council's, the trust delivers; both are on record (s.137(3)–(4)).
 * Example: an empty council gives "Enter the council that holds the statutory duty".
 */
export function validatePlan(input: PlanInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.name !== undefined) {
    const rule = { label: 'The name of the plan', enter: 'Enter a name for the plan', max: PLAN_LIMITS.name };
    problems.push(...checkText('name', input.name, rule));
  }
  if (input.kind !== undefined && !PLAN_KINDS.some((kind) => kind === input.kind)) {
    problems.push({ field: 'kind', message: 'Choose what the plan answers' });
  }
  if (input.councilName !== undefined) {
    const enter = 'Enter the council that holds the statutory duty';
    const rule = { label: 'The council', enter, max: PLAN_LIMITS.councilName };
    problems.push(...checkText('councilName', input.councilName, rule));
  }
  problems.push(
    ...checkText('trustName', input.trustName, { label: 'The trust', max: PLAN_LIMITS.trustName }),
  );
  return problems;
}
