import type { FieldProblem, IsoDate } from '@gt/contracts/words';
import { validateAction } from '../action/index.ts';
import type { Actor, Decision } from '../authz/index.ts';
import { addDays, daysBetween } from '../calendar/index.ts';
import { checkText } from '../wording/index.ts';
import { MILESTONE_LIMITS } from './milestones.ts';

/** Characters of a template's name; its longest span in days; templates that one plan can choose from. */
export const TEMPLATE_LIMITS = { name: 80, days: 1830, templates: 100 } as const;

/** What is reached on the way, in days after the start; 0 is the day of the start itself. */
export type TemplateMilestone = { title: string; days: number };

/** What a template gives to an action that begins from it. `days`: from start to due; null gives no due date. */
export type TemplateFacts = {
  name: string;
  title: string;
  detail: string;
  successMeasure: string;
  priority: string;
  days: number | null;
  milestones: readonly TemplateMilestone[];
};

const isSpan = (days: number) => Number.isInteger(days) && days >= 0 && days <= TEMPLATE_LIMITS.days;

/** Everything wrong with a template as typed, one sentence a field; empty when nothing is. */
export function validateTemplate(template: TemplateFacts): FieldProblem[] {
  const name = { label: 'The name', enter: 'Give the template a name', max: TEMPLATE_LIMITS.name };
  const problems = [...checkText('name', template.name, name), ...validateAction(facts(template))];
  if (template.days !== null && !isSpan(template.days)) {
    problems.push({ field: 'days', message: `The length must be from 0 to ${TEMPLATE_LIMITS.days} days` });
  }
  const milestones = milestoneProblem(template.milestones);
  if (milestones) problems.push({ field: 'milestones', message: milestones });
  return problems;
}

function facts({ title, detail, successMeasure, priority }: TemplateFacts) {
  return { title, detail, successMeasure, priority };
}

function milestoneProblem(milestones: readonly TemplateMilestone[]): string | null {
  if (milestones.length > MILESTONE_LIMITS.count) {
    return `A template has at most ${MILESTONE_LIMITS.count} milestones`;
  }
  if (milestones.some(({ title }) => title.trim() === '')) return 'Enter what each milestone reaches';
  if (milestones.some(({ title }) => title.length > MILESTONE_LIMITS.title)) {
    return `The title of a milestone must be ${MILESTONE_LIMITS.title} characters or fewer`;
  }
  return milestones.every(({ days }) => isSpan(days))
    ? null
    : `Each milestone must be from 0 to ${TEMPLATE_LIMITS.days} days after the start`;
}

/**
 * The milestones that an action gets which starts on `start`, earliest first. Days are calendar days: one that falls
 * on a weekend stays there. Example: 14 days after 7 March 2026 (a Saturday) is 21 March 2026 (a Saturday).
 */
export function datedMilestones(
  milestones: readonly TemplateMilestone[],
  start: IsoDate,
): { title: string; dueDate: IsoDate }[] {
  return [...milestones]
    .sort((a, b) => a.days - b.days)
    .map(({ title, days }) => ({ title, dueDate: addDays(start, days) }));
}

/** When an action that begins from the template is due; null when the template gives no due date. */
export function templateDueDate(template: { days: number | null }, start: IsoDate): IsoDate | null {
  return template.days === null ? null : addDays(start, template.days);
}

/** Dates of an action as days after its start; what lies before the start counts as the start. */
export function asTemplateDays<T extends { title: string; dueDate: IsoDate }>(action: {
  start: IsoDate;
  dueDate: IsoDate | null;
  milestones: readonly T[];
}): { days: number | null; milestones: TemplateMilestone[] } {
  const after = (date: IsoDate) =>
    Math.min(TEMPLATE_LIMITS.days, Math.max(0, daysBetween(action.start, date)));
  return {
    days: action.dueDate === null ? null : after(action.dueDate),
    milestones: action.milestones.map(({ title, dueDate }) => ({ title, days: after(dueDate) })),
  };
}

/** A template is its maker's; the programme lead may change and remove every one. */
export function canChangeTemplate(actor: Actor, template: { createdById: string }): Decision {
  if (actor.roles.includes('PROGRAMME_LEAD') || template.createdById === actor.userId) return { ok: true };
  return {
    ok: false,
    reason: 'Only whoever made this template and the programme lead can change it.',
  };
}

/** What stands in every plan is for the programme lead to say. */
export function canMakeForEveryPlan(actor: Actor): Decision {
  if (actor.roles.includes('PROGRAMME_LEAD')) return { ok: true };
  return { ok: false, reason: 'Only the programme lead makes templates for every plan.' };
}
