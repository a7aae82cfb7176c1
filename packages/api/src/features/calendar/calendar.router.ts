import {
  calendarDayInput,
  calendarNextOut,
  calendarSpanInput,
  calendarSpanOut,
  clocksOut,
  gateAddInput,
  gateEditInput,
  gateMarkInput,
  gateRemoveInput,
  gatesUsed,
  gatesUseInput,
  gateWritten,
  planDateBinOut,
  planDateCreateInput,
  planDateEditInput,
  planDateIdInput,
  planDateOut,
  planDateRemoveInput,
  planDateRestoreInput,
  planDateWritten,
  planIdInput,
  windowSetInput,
  windowWritten,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { addGate } from './add-gate.ts';
import { createPlanDate } from './create-plan-date.ts';
import { editGate } from './edit-gate.ts';
import { editPlanDate } from './edit-plan-date.ts';
import { loadClocks, loadNext } from './load-clocks.ts';
import { markGate } from './mark-gate.ts';
import { getPlanDate, listPlanDateBin } from './plan-dates.repository.ts';
import { readDay, readSpan } from './read-span.ts';
import { removeGate } from './remove-gate.ts';
import { removePlanDate, restorePlanDate } from './remove-plan-date.ts';
import { setWindow } from './set-window.ts';
import { takeReadyGates } from './take-ready-gates.ts';

export const calendarRouter = router({
  span: procedure
    .meta({ permission: 'action.read' })
    .input(calendarSpanInput)
    .output(calendarSpanOut)
    .query(({ ctx, input }) => readSpan(ctx.db, ctx.scope, input)),
  day: procedure
    .meta({ permission: 'action.read' })
    .input(calendarDayInput)
    .output(calendarSpanOut)
    .query(({ ctx, input }) => readDay(ctx.db, ctx.scope, input)),
  clocks: procedure
    .meta({ permission: 'plan.read' })
    .input(planIdInput)
    .output(clocksOut)
    .query(({ ctx, input }) => loadClocks(ctx.db, ctx.scope, input.planId)),
  next: procedure
    .meta({ permission: 'plan.read' })
    .input(planIdInput)
    .output(calendarNextOut)
    .query(({ ctx, input }) => loadNext(ctx.db, ctx.scope, input.planId)),
  takeReadyGates: procedure
    .meta({ permission: 'plan.edit' })
    .input(gatesUseInput)
    .output(gatesUsed)
    .mutation(({ ctx, input }) => takeReadyGates(ctx, ctx.scope, input)),
  addGate: procedure
    .meta({ permission: 'plan.edit' })
    .input(gateAddInput)
    .output(gateWritten)
    .mutation(({ ctx, input }) => addGate(ctx, ctx.scope, input)),
  editGate: procedure
    .meta({ permission: 'plan.edit' })
    .input(gateEditInput)
    .output(gateWritten)
    .mutation(({ ctx, input }) => editGate(ctx, ctx.scope, input)),
  markGate: procedure
    .meta({ permission: 'plan.edit' })
    .input(gateMarkInput)
    .output(gateWritten)
    .mutation(({ ctx, input }) => markGate(ctx, ctx.scope, input)),
  removeGate: procedure
    .meta({ permission: 'plan.edit' })
    .input(gateRemoveInput)
    .output(gateWritten)
    .mutation(({ ctx, input }) => removeGate(ctx, ctx.scope, input)),
  setWindow: procedure
    .meta({ permission: 'plan.edit' })
    .input(windowSetInput)
    .output(windowWritten)
    .mutation(({ ctx, input }) => setWindow(ctx, ctx.scope, input)),
  getDate: procedure
    .meta({ permission: 'plan.read' })
    .input(planDateIdInput)
    .output(planDateOut)
    .query(({ ctx, input }) => getPlanDate(ctx.db, ctx.scope, input.planDateId)),
  bin: procedure
    .meta({ permission: 'plan.edit' })
    .input(planIdInput)
    .output(planDateBinOut)
    .query(({ ctx, input }) => listPlanDateBin(ctx.db, ctx.scope, input.planId)),
  createDate: procedure
    .meta({ permission: 'plan.edit' })
    .input(planDateCreateInput)
    .output(planDateWritten)
    .mutation(({ ctx, input }) => createPlanDate(ctx, ctx.scope, input)),
  editDate: procedure
    .meta({ permission: 'plan.edit' })
    .input(planDateEditInput)
    .output(planDateWritten)
    .mutation(({ ctx, input }) => editPlanDate(ctx, ctx.scope, input)),
  removeDate: procedure
    .meta({ permission: 'plan.edit' })
    .input(planDateRemoveInput)
    .output(planDateWritten)
    .mutation(({ ctx, input }) => removePlanDate(ctx, ctx.scope, input)),
  restoreDate: procedure
    .meta({ permission: 'plan.edit' })
    .input(planDateRestoreInput)
    .output(planDateWritten)
    .mutation(({ ctx, input }) => restorePlanDate(ctx, ctx.scope, input)),
});
