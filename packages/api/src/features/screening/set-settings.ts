import type { ScreeningSetSettingsInput, ScreeningSettings } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { officePostcodesOf, validateScreeningSettings } from '@gt/domain/screening';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { loadScreeningSettings } from './screening-options.ts';

/**
 * Changes which postcodes are the organisation's own and how its case numbers look. Every file is then screened again,
 * since what was found in it by other settings is no answer any more. What was on the screen stands in for a version.
 * Throws INVALID and CONFLICT.
 */
export async function setScreeningSettings(
  ctx: Context,
  scope: Scope,
  { was, ...typed }: ScreeningSetSettingsInput,
): Promise<ScreeningSettings> {
  const officePostcodes = officePostcodesOf(typed.officePostcodes);
  const { caseNumberShape } = typed;
  const problems = validateScreeningSettings({ officePostcodes, caseNumberShape });
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const written = await tx.installation.updateMany({
      where: {
        id: 1,
        officePostcodes: { equals: was.officePostcodes },
        caseNumberShape: was.caseNumberShape,
      },
      data: { officePostcodes, caseNumberShape },
    });
    if (written.count === 0) {
      const { officePostcodes: postcodes, caseNumberShape: shape } = await loadScreeningSettings(tx);
      throw await staleWrite(tx, 'INSTALLATION', '1', 1, {
        officePostcodes: postcodes,
        caseNumberShape: shape,
      });
    }
    const changed = changedFields(was, { officePostcodes, caseNumberShape });
    if (Object.keys(changed.after).length > 0) {
      await recordAudit(tx, scope, {
        action: 'settings.setScreening',
        entityType: 'INSTALLATION',
        entityId: '1',
        planId: null,
        ...changed,
      });
      await ctx.jobs.enqueue(tx, 'evidence.screenAll', { again: 'true' }, { singletonKey: 'again' });
    }
    return loadScreeningSettings(tx);
  });
}
