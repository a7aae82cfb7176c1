import type { PlanSettingsOut } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { toInstant, toIsoDateOrNull } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { RHYTHM_SELECT } from '../../core/rhythm.ts';
import type { Scope } from '../../core/scope.ts';
import { countTests, EVIDENCE_TEST_SELECT } from './evidence-test.ts';
import { memberChange, memberIn, settingsChanges } from './settings-words.ts';

export const PLAN_SETTINGS_SELECT = {
  name: true,
  milestoneLateDays: true,
  dueSoonDays: true,
  silentDays: true,
  timesMoved: true,
  dueDateApproval: true,
  reviewMinutes: true,
  ...EVIDENCE_TEST_SELECT,
  ...RHYTHM_SELECT,
  version: true,
} as const;

/** How a plan is run, and who changed it or who belongs to its meetings when, newest first. */
export async function getPlanSettings(db: Db, scope: Scope, planId: string): Promise<PlanSettingsOut> {
  const row = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: PLAN_SETTINGS_SELECT,
  });
  if (!row) throw notFound('plan');
  const { name, boardFirstDate, ...settings } = row;
  return {
    ...settings,
    planId,
    planName: name,
    boardFirstDate: toIsoDateOrNull(boardFirstDate),
    evidenceTests: await countTests(db, planId, row),
    history: await readHistory(db, scope, planId),
  };
}

/** Changes that a person is shown at once; older ones stand in the history of the installation. */
const SHOWN = 50;

async function readHistory(db: Db, _scope: Scope, planId: string): Promise<PlanSettingsOut['history']> {
  const events = await db.auditEvent.findMany({
    where: { entityType: 'PLAN', entityId: planId, action: { in: ['plan.editSettings', 'plan.setMember'] } },
    orderBy: { id: 'desc' },
    take: SHOWN,
    select: { id: true, at: true, actorName: true, action: true, payload: { select: { body: true } } },
  });
  const people = await db.user.findMany({
    where: { id: { in: events.flatMap(({ payload }) => memberIn(payload?.body) ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return events.map(({ id, at, actorName, action, payload }) => ({
    id: String(id),
    at: toInstant(at),
    who: actorName,
    changes:
      action === 'plan.setMember' ? memberChange(payload?.body, names) : settingsChanges(payload?.body),
  }));
}
