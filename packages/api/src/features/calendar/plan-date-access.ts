import type { PlanDateOut } from '@gt/contracts/schemas';
import type { IsoDate, PlanDateKind } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { toInstant, toIsoDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { staleWrite } from '../../core/stale-write.ts';

export type PlanDateFacts = {
  kind: PlanDateKind;
  title: string;
  fromDate: IsoDate;
  untilDate: IsoDate;
  isFirm: boolean;
  note: string;
};
export type LoadedPlanDate = { id: string; planId: string; version: number; facts: PlanDateFacts };

export const PLAN_DATE_SELECT = {
  id: true,
  planId: true,
  kind: true,
  title: true,
  fromDate: true,
  untilDate: true,
  isFirm: true,
  note: true,
  createdById: true,
  deletedReason: true,
  redactedAt: true,
  version: true,
} as const;

type Row = Omit<PlanDateFacts, 'fromDate' | 'untilDate'> & {
  id: string;
  planId: string;
  fromDate: Date;
  untilDate: Date;
  createdById: string;
  deletedReason: string;
  redactedAt: Date | null;
  version: number;
};

/** For the wire, with the name of whoever put it in. */
export function planDateOut(row: Row, createdBy: string): PlanDateOut {
  const { createdById, ...facts } = row;
  return {
    ...facts,
    fromDate: toIsoDate(row.fromDate),
    untilDate: toIsoDate(row.untilDate),
    createdBy: { id: createdById, name: createdBy },
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  };
}

/** A date of a live plan, from the recycle bin only where that is asked. Throws NOT_FOUND. */
export async function loadPlanDate(tx: Tx, id: string, isRemoved = false): Promise<LoadedPlanDate> {
  const row = await tx.planDate.findFirst({
    where: { id, deletedAt: isRemoved ? { not: null } : null, plan: { deletedAt: null } },
    select: PLAN_DATE_SELECT,
  });
  if (!row) throw notFound('date');
  const { planId, version, kind, title, isFirm, note } = row;
  const facts = {
    ...{ kind, title, isFirm, note },
    fromDate: toIsoDate(row.fromDate),
    untilDate: toIsoDate(row.untilDate),
  };
  return { id, planId, version, facts };
}

/** Writes what changed; a stale version is told what stands there now. Throws CONFLICT. */
export async function writePlanDate(
  tx: Tx,
  date: LoadedPlanDate,
  version: number,
  data: Parameters<Tx['planDate']['updateMany']>[0]['data'],
): Promise<void> {
  const written = await tx.planDate.updateMany({
    where: { id: date.id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw await staleWrite(tx, 'PLAN_DATE', date.id, date.version, date.facts);
}
