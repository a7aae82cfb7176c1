import type { InspectionKind, IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { addWorkingDays } from '@gt/domain/calendar';
import { clockPeriods, validateSubmission } from '@gt/domain/inspection';
import { recordAudit } from '../../core/audit.ts';
import { fromIsoDate, toIsoDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { recountGates } from '../calendar/recount-gates.ts';
import { CALENDAR } from './clock-of.ts';

/** Starts what the council owes by statute after an inspection of this kind: none, one or two clocks. */
export async function startClocks(
  tx: Tx,
  scope: Scope,
  inspection: {
    planId: string;
    inspectionId: string;
    kind: InspectionKind;
    hasAreaForPriorityAction: boolean;
    receivedDate: IsoDate;
  },
): Promise<void> {
  const { planId, inspectionId, kind, hasAreaForPriorityAction, receivedDate } = inspection;
  const owed = clockPeriods(kind, hasAreaForPriorityAction);
  if (!owed.isDue) return;
  for (const { workingDays } of owed.periods) {
    const clockId = newId();
    const dueDate = addWorkingDays(receivedDate, workingDays, CALENDAR);
    await tx.statutoryClock.create({
      data: {
        id: clockId,
        planId,
        inspectionId,
        workingDays,
        receivedDate: fromIsoDate(receivedDate),
        dueDate: fromIsoDate(dueDate),
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'clock.start',
      entityType: 'STATUTORY_CLOCK',
      entityId: clockId,
      planId,
      after: { workingDays, receivedDate, dueDate },
    });
  }
}

/** Moves the clocks of an inspection whose date of receipt was corrected; what was submitted stays submitted. */
export async function restartClocks(
  tx: Tx,
  scope: Scope,
  inspection: { planId: string; inspectionId: string; receivedDate: IsoDate },
): Promise<void> {
  const { planId, inspectionId, receivedDate } = inspection;
  const clocks = await tx.statutoryClock.findMany({
    where: { inspectionId },
    select: { id: true, workingDays: true, receivedDate: true, dueDate: true, submittedOn: true },
  });
  for (const clock of clocks) {
    const submittedOn = clock.submittedOn ? toIsoDate(clock.submittedOn) : null;
    const problem = submittedOn
      ? validateSubmission({ receivedDate }, submittedOn, scope.today)[0]
      : undefined;
    if (problem) throw invalid([{ field: 'receivedDate', message: problem.message }]);
    const dueDate = addWorkingDays(receivedDate, clock.workingDays, CALENDAR);
    await tx.statutoryClock.update({
      where: { id: clock.id },
      data: {
        receivedDate: fromIsoDate(receivedDate),
        dueDate: fromIsoDate(dueDate),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'clock.restart',
      entityType: 'STATUTORY_CLOCK',
      entityId: clock.id,
      planId,
      before: { receivedDate: toIsoDate(clock.receivedDate), dueDate: toIsoDate(clock.dueDate) },
      after: { receivedDate, dueDate },
    });
    const { id: clockId, workingDays } = clock;
    await recountGates(tx, scope, { clockId, planId, receivedDate, dueDate, workingDays });
  }
}
