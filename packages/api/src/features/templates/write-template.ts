import type { TemplateRef } from '@gt/contracts/schemas';
import type { Priority } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import {
  canChangeTemplate,
  canMakeForEveryPlan,
  TEMPLATE_LIMITS,
  type TemplateFacts,
  validateTemplate,
} from '@gt/domain/planning';
import { recordAudit } from '../../core/audit.ts';
import { DomainError, invalid, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { getTemplate, milestonesOf, type StoredTemplate } from './templates.repository.ts';

/** So long a removed template can come back; its words are not kept longer. */
const KEPT_MS = 24 * 3_600_000;

/** A template as it is kept, milestones earliest first. Throws INVALID with a sentence for each field. */
export function templateFacts<T extends TemplateFacts & { priority: Priority }>(input: T) {
  const problems = validateTemplate(input);
  if (problems.length > 0) throw invalid(problems);
  const { name, title, detail, successMeasure, priority, days } = input;
  const milestones = [...input.milestones].sort((a, b) => a.days - b.days);
  return { name, title, detail, successMeasure, priority, days, milestones };
}

/** Writes a new template. The audit says that it was made, not its words: those can be removed for good. */
export async function insertTemplate(
  tx: Tx,
  scope: Scope,
  at: { id: string; planId: string; forEveryPlan: boolean },
  facts: ReturnType<typeof templateFacts>,
): Promise<TemplateRef> {
  const forEvery = at.forEveryPlan ? canMakeForEveryPlan(scope) : null;
  if (forEvery && !forEvery.ok) throw notAllowed(forEvery.reason);
  const plan = await tx.plan.findFirst({ where: { id: at.planId, deletedAt: null }, select: { id: true } });
  if (!plan) throw notFound('plan');
  const planId = at.forEveryPlan ? null : at.planId;
  await assertNameIsFree(tx, { planId, name: facts.name });
  if ((await tx.actionTemplate.count({ where: { planId, deletedAt: null } })) >= TEMPLATE_LIMITS.templates) {
    const sentence = `There are ${TEMPLATE_LIMITS.templates} templates, which is the most. Remove one first.`;
    throw new DomainError('RULE', sentence);
  }
  await tx.actionTemplate.create({
    data: {
      id: at.id,
      planId,
      ...facts,
      createdById: scope.userId,
      createdAt: scope.now,
      changedAt: scope.now,
    },
    select: { id: true },
  });
  await auditTemplate(tx, scope, 'template.create', { id: at.id, planId });
  await forgetRemoved(tx, scope);
  return { id: at.id, version: 1 };
}

/** Two templates of one name could not be told apart in a list. */
export async function assertNameIsFree(
  tx: Tx,
  at: { planId: string | null; name: string; except?: string },
): Promise<void> {
  const other = await tx.actionTemplate.findFirst({
    where: {
      planId: at.planId,
      deletedAt: null,
      name: { equals: at.name, mode: 'insensitive' },
      ...(at.except ? { id: { not: at.except } } : {}),
    },
    select: { id: true },
  });
  if (!other) return;
  const message = 'There is a template of this name already. Choose another name.';
  throw invalid([{ field: 'name', message }]);
}

/** A template that the person may change. Throws NOT_FOUND, or NOT_ALLOWED with why. */
export async function loadTemplate(tx: Tx, scope: Scope, templateId: string): Promise<StoredTemplate> {
  const template = await getTemplate(tx, scope, templateId);
  const may = canChangeTemplate(scope, template);
  if (!may.ok) throw notAllowed(may.reason);
  return template;
}

/** Throws RULE for a template that was removed: it has to come back first. */
export function assertLive(template: StoredTemplate): void {
  if (template.deletedAt === null) return;
  throw new DomainError('RULE', 'This template was removed. Bring it back first, or make a new one.');
}

/** Writes at the version that was read, and says so in the audit. Throws CONFLICT with the template as it is now. */
export async function writeTemplate(
  tx: Tx,
  scope: Scope,
  template: StoredTemplate,
  version: number,
  change: {
    action: 'template.edit' | 'template.remove' | 'template.restore';
    data: Partial<ReturnType<typeof templateFacts>> & { deletedAt?: Date | null };
  },
): Promise<TemplateRef> {
  const written = await tx.actionTemplate.updateMany({
    where: { id: template.id, version },
    data: { ...change.data, changedAt: scope.now, version: { increment: 1 } },
  });
  if (written.count === 0) {
    const now = await getTemplate(tx, scope, template.id);
    const { name, title, detail, successMeasure, priority, days } = now;
    const milestones = milestonesOf(now);
    const values = { name, title, detail, successMeasure, priority, days, milestones };
    throw await staleWrite(tx, 'TEMPLATE', now.id, now.version, values);
  }
  await auditTemplate(tx, scope, change.action, template);
  await forgetRemoved(tx, scope);
  return { id: template.id, version: version + 1 };
}

function auditTemplate(tx: Tx, scope: Scope, action: string, at: { id: string; planId: string | null }) {
  return recordAudit(tx, scope, { action, entityType: 'TEMPLATE', entityId: at.id, planId: at.planId });
}

/** The words of what was removed more than a day ago go for good. */
async function forgetRemoved(tx: Tx, scope: Scope): Promise<void> {
  const before = new Date(scope.now.getTime() - KEPT_MS);
  await tx.actionTemplate.deleteMany({ where: { deletedAt: { lt: before } } });
}
