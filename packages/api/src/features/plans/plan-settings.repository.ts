import type { PlanSettingsOut } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { toInstant, toIsoDateOrNull } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { RHYTHM_SELECT } from '../../core/rhythm.ts';
import type { Scope } from '../../core/scope.ts';
import { settingsChanges } from './settings-words.ts';

export const PLAN_SETTINGS_SELECT = {
  name: true,
  milestoneLateDays: true,
  dueSoonDays: true,
  silentDays: true,
  timesMoved: true,
  dueDateApproval: true,
  reviewMinutes: true,
  ...RHYTHM_SELECT,
  version: true,
} as const;

/** How a plan is run, and who changed it when, newest first. */
export async function getPlanSettings(db: Db, _scope: Scope, planId: string): Promise<PlanSettingsOut> {
  const row = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: PLAN_SETTINGS_SELECT,
  });
  if (!row) throw notFound('plan');
  const events = await db.auditEvent.findMany({
    where: { entityType: 'PLAN', entityId: planId, action: 'plan.editSettings' },
    orderBy: { id: 'desc' },
    take: 50,
    select: { id: true, at: true, actorName: true, payload: { select: { body: true } } },
  });
  const { name, boardFirstDate, ...settings } = row;
  return {
    ...settings,
    planId,
    planName: name,
    boardFirstDate: toIsoDateOrNull(boardFirstDate),
    history: events.map((event) => ({
      id: String(event.id),
      at: toInstant(event.at),
      who: event.actorName,
      changes: settingsChanges(event.payload?.body),
    })),
  };
}
