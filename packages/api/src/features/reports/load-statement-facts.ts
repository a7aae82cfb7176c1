import { INSPECTION_KIND_LABELS, type IsoDate, JUDGEMENT_AREA_LABELS } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import type { StatementAction, StatementFacts } from '@gt/domain/report';
import { toInstant, toIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { CLOCK_SELECT, clockOf, nextClock } from '../inspections/clock-of.ts';
import { INSPECTION_SELECT } from '../inspections/inspection-of.ts';
import { loadPlanAsItIs } from '../snapshots/load-plan-as-it-is.ts';
import { snapshotContentOf } from '../snapshots/snapshot-content-of.ts';

/**
 * What a statement of action is written from: the plan as it stands now, what the inspection was, and the clock that
 * runs for it. Cancelled actions are no promise and are left out. Throws NOT_FOUND.
 */
export async function loadStatementFacts(
  tx: Tx,
  scope: Scope,
  planId: string,
): Promise<{ facts: StatementFacts; clockId: string | null }> {
  const loaded = await loadPlanAsItIs(tx, scope, planId);
  const taking = {
    asAt: scope.today,
    takenAt: toInstant(scope.now),
    cause: 'BY_HAND',
    review: null,
  } as const;
  const now = snapshotContentOf(loaded, taking);
  const clock = await clockOfPlan(tx, scope, planId);
  const aims = await successMeasures(tx, planId);
  const aboutOf = new Map(loaded.recommendations.map((row) => [row.id, row]));
  const actionsOf = Map.groupBy(
    now.actions.filter(({ status }) => status !== 'CANCELLED'),
    ({ recommendationId }) => recommendationId,
  );
  const measuresOf = Map.groupBy(now.measures, ({ recommendationId }) => recommendationId);
  return {
    clockId: clock?.id ?? null,
    facts: {
      plan: now.plan,
      inspection: await inspectionOfPlan(tx, planId, clock?.inspectionId ?? null),
      clock: clock && { dueDate: clock.dueDate, workingDays: clock.workingDays, words: clock.stateText },
      asAt: now.asAt,
      recommendations: now.recommendations.map(({ id, reference, quote, judgementAreas, leadPost }) => ({
        reference,
        quote,
        areas: judgementAreas.map((area) => JUDGEMENT_AREA_LABELS[area] ?? area),
        lead: leadPost ?? '',
        goodLooksLike: aboutOf.get(id)?.goodLooksLike ?? '',
        actions: (actionsOf.get(id) ?? []).map((action): StatementAction => {
          const { ownerPost, team, partner, startDate, dueDate } = action;
          return {
            ...{ reference: action.reference, title: action.title, startDate, dueDate },
            owner: ownerPost ?? '',
            team: team ?? '',
            partner: partner ?? '',
            successMeasure: aims.get(action.id) ?? '',
          };
        }),
        measures: measuresOf.get(id) ?? [],
      })),
    },
  };
}

/** The clock that a statement of this plan is submitted to: the running one due first, else the one submitted last. */
async function clockOfPlan(tx: Tx, scope: Scope, planId: string) {
  const rows = await tx.statutoryClock.findMany({ where: { planId }, select: CLOCK_SELECT });
  return nextClock(rows.map((row) => clockOf(row, scope.today)));
}

async function successMeasures(tx: Tx, planId: string): Promise<Map<string, string>> {
  const rows = await tx.action.findMany({
    where: { planId, deletedAt: null, successMeasure: { not: '' } },
    select: { id: true, successMeasure: true },
  });
  return new Map(rows.map(({ id, successMeasure }) => [id, successMeasure]));
}

async function inspectionOfPlan(
  tx: Tx,
  planId: string,
  inspectionId: string | null,
): Promise<{ kind: string; authority: string; when: string; receivedDate: IsoDate | null } | null> {
  const row = await tx.inspection.findFirst({
    where: inspectionId ? { id: inspectionId } : { planId },
    orderBy: { createdAt: 'desc' },
    select: INSPECTION_SELECT,
  });
  if (!row) return null;
  const { kind, authority, inspectionDateText, receivedDate } = row;
  return {
    kind: INSPECTION_KIND_LABELS[kind],
    authority,
    when: inspectionDateText,
    receivedDate: toIsoDate(receivedDate),
  };
}
