import type { MeasureLinkInput, MeasureRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { loadLink, recordLink } from './load-link.ts';
import { measureRef } from './write-measure.ts';

/** Parts an action from a measure. What is not linked stays so. */
export async function unlinkAction(ctx: Context, scope: Scope, input: MeasureLinkInput): Promise<MeasureRef> {
  return inTransaction(ctx.db, async (tx) => {
    const { measure, action } = await loadLink(tx, scope, input);
    const gone = await tx.actionMeasure.deleteMany({
      where: { actionId: action.id, measureId: measure.id },
    });
    if (gone.count > 0) await recordLink(tx, scope, 'unlink', { measure, action });
    return measureRef(measure);
  });
}
