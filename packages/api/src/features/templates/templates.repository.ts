import type { TemplateListOut, TemplateOut } from '@gt/contracts/schemas';
import type { Db, Tx } from '@gt/db';
import {
  canChangeTemplate,
  canMakeForEveryPlan,
  READY_TEMPLATES,
  type TemplateMilestone,
} from '@gt/domain/planning';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

const TEMPLATE_SELECT = {
  id: true,
  planId: true,
  name: true,
  title: true,
  detail: true,
  successMeasure: true,
  priority: true,
  days: true,
  milestones: true,
  createdById: true,
  deletedAt: true,
  version: true,
} as const;

export type StoredTemplate = NonNullable<Awaited<ReturnType<typeof findTemplate>>>;

/** Those that come with the product, the plan's own, and those for every plan. Two statements. Throws NOT_FOUND. */
export async function listTemplates(db: Db, scope: Scope, planId: string): Promise<TemplateListOut> {
  const [plan, rows] = await Promise.all([
    db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } }),
    db.actionTemplate.findMany({
      where: { deletedAt: null, OR: [{ planId }, { planId: null }] },
      select: TEMPLATE_SELECT,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  ]);
  if (!plan) throw notFound('plan');
  return {
    templates: [...rows.map((row) => toTemplate(scope, row)), ...readyTemplates()],
    mayMakeForEveryPlan: canMakeForEveryPlan(scope).ok,
  };
}

/** A template, in the bin or not. Throws NOT_FOUND. */
export async function getTemplate(tx: Tx, _scope: Scope, templateId: string): Promise<StoredTemplate> {
  const row = await findTemplate(tx, templateId);
  if (!row) throw notFound('template');
  return row;
}

/** The stored milestones, their parts in one order: the database keeps none, and both sides of a conflict are compared. */
export function milestonesOf(row: Pick<StoredTemplate, 'milestones'>): TemplateMilestone[] {
  return (row.milestones as TemplateMilestone[]).map(({ title, days }) => ({ title, days }));
}

function findTemplate(tx: Tx, id: string) {
  return tx.actionTemplate.findUnique({ where: { id }, select: TEMPLATE_SELECT });
}

function toTemplate(scope: Scope, row: StoredTemplate): TemplateOut {
  const { planId, createdById: _maker, deletedAt: _gone, milestones, ...facts } = row;
  return {
    ...facts,
    kind: planId === null ? 'EVERY' : 'PLAN',
    milestones: milestonesOf({ milestones }),
    mayChange: canChangeTemplate(scope, row).ok,
  };
}

function readyTemplates(): TemplateOut[] {
  return READY_TEMPLATES.map((template) => ({
    ...template,
    milestones: [...template.milestones],
    kind: 'READY',
    mayChange: false,
    version: 1,
  }));
}
