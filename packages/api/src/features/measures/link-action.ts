import type { MeasureLinkInput, MeasureRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadLink, recordLink } from './load-link.ts';
import { measureRef } from './write-measure.ts';

/**
 * Says that an action is meant to move a measure of its plan: from then on the measure counts for the action's
 * colour. It is the action that is judged by it, so it takes the right to plan the action. Linking twice is once.
 */
export async function linkAction(ctx: Context, scope: Scope, input: MeasureLinkInput): Promise<MeasureRef> {
  return inTransaction(ctx.db, async (tx) => {
    const { measure, action } = await loadLink(tx, scope, input);
    if (action.planId !== measure.planId) {
      throw new DomainError(
        'RULE',
        'The measure belongs to another plan, so this action cannot be linked to it.',
      );
    }
    const ids = { actionId: action.id, measureId: measure.id };
    const made = await tx.actionMeasure.createMany({ data: [ids], skipDuplicates: true });
    if (made.count > 0) await recordLink(tx, scope, 'link', { measure, action });
    return measureRef(measure);
  });
}
