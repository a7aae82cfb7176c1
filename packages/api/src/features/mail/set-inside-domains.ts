import type { MailSetInsideDomainsInput, MailState } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { mailDomain, validateInsideDomains } from '@gt/domain/reminder';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { readMailState } from './mail-state.repository.ts';

/**
 * Changes the domains whose addresses may be mailed what stands in the plan. The list that was on the screen stands
 * in for a version. Throws INVALID for what is no domain or open to everybody, CONFLICT when somebody was sooner.
 */
export async function setInsideDomains(
  ctx: Context,
  scope: Scope,
  { domains: typed, was }: MailSetInsideDomainsInput,
): Promise<MailState> {
  const domains = [...new Set(typed.map(mailDomain).filter((domain) => domain !== ''))].sort();
  const problems = validateInsideDomains(domains);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const written = await tx.installation.updateMany({
      where: { id: 1, insideMailDomains: { equals: was } },
      data: { insideMailDomains: domains },
    });
    const state = () => readMailState(tx, scope, { ...ctx.settings, now: ctx.now });
    if (written.count === 0) {
      throw await staleWrite(tx, 'INSTALLATION', '1', 1, { domains: (await state()).insideDomains });
    }
    if (JSON.stringify(domains) !== JSON.stringify(was)) {
      await recordAudit(tx, scope, {
        action: 'settings.setInsideDomains',
        entityType: 'INSTALLATION',
        entityId: '1',
        planId: null,
        before: { insideMailDomains: was },
        after: { insideMailDomains: domains },
      });
    }
    return state();
  });
}
