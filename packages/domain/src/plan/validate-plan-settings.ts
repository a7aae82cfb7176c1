import { DUE_DATE_APPROVALS, type FieldProblem } from '@gt/contracts/words';
import { RECOMMENDATION_LIMITS } from '../recommendation/index.ts';
import { checkWhole } from './check-whole.ts';
import { type RhythmInput, validateRhythm } from './validate-rhythm.ts';

/** Bounds of what a plan may set. Beyond them a colour would turn always or never. */
export const PLAN_SETTING_LIMITS = {
  milestoneLateDays: { min: 0, max: 90 },
  dueSoonDays: { min: 1, max: 90 },
  silentDays: { min: 1, max: 90 },
  timesMoved: { min: 1, max: 20 },
  minEvidenceKinds: RECOMMENDATION_LIMITS.minEvidenceKinds,
  newestWithinDays: RECOMMENDATION_LIMITS.newestWithinDays,
} as const;

/** How a plan is run, as typed; NaN for a number that is none. */
export type PlanSettingsInput = RhythmInput & {
  milestoneLateDays: number;
  dueSoonDays: number;
  silentDays: number;
  timesMoved: number;
  dueDateApproval: string;
  minEvidenceKinds: number;
  newestWithinDays: number;
};

const NUMBERS = [
  { field: 'milestoneLateDays', label: 'Days a milestone may be late' },
  { field: 'dueSoonDays', label: 'Days before the due date' },
  { field: 'silentDays', label: 'Days without an update' },
  { field: 'timesMoved', label: 'Moves of the due date' },
  { field: 'minEvidenceKinds', label: 'Kinds of evidence' },
  { field: 'newestWithinDays', label: 'Days since the newest evidence' },
] as const;

/**
 * Everything wrong with how a plan is run, one sentence a field.
 * Example: 0 days without an update gives "Days without an update must be a whole number from 1 to 90".
 */
export function validatePlanSettings(input: PlanSettingsInput): FieldProblem[] {
  const isApproval = DUE_DATE_APPROVALS.some((approval) => approval === input.dueDateApproval);
  return [
    ...NUMBERS.flatMap(({ field, label }) =>
      checkWhole(field, label, input[field], PLAN_SETTING_LIMITS[field]),
    ),
    ...(isApproval
      ? []
      : [{ field: 'dueDateApproval', message: 'Choose whose word a change of due date needs' }]),
    ...validateRhythm(input),
  ];
}
