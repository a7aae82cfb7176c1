import type { ReportLogoInput, ReportTemplatesOut } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { checkLogo } from '@gt/pack';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { loadTemplates } from './templates.repository.ts';

/**
 * Puts a logo at the head of papers that are issued from now on, or takes it away (`png` null). Throws INVALID for a
 * picture that cannot be printed, CONFLICT when somebody was sooner.
 */
export async function setLogo(
  ctx: Context,
  scope: Scope,
  input: ReportLogoInput,
): Promise<ReportTemplatesOut> {
  const { version } = input;
  const alt = input.alt.trim();
  const picture = input.png === null ? null : checkLogo(Buffer.from(input.png, 'base64'));
  if (picture && !picture.ok) throw invalid([{ field: 'png', message: picture.message }]);
  if (picture && alt === '') {
    throw invalid([{ field: 'alt', message: 'Enter what the logo shows, such as the name of the trust' }]);
  }
  return inTransaction(ctx.db, async (tx) => {
    const before = await tx.reportLogo.findUnique({ where: { id: 1 }, select: { alt: true, version: true } });
    if ((before?.version ?? 0) !== version) {
      throw await staleWrite(tx, 'INSTALLATION', '1', before?.version ?? 0, { alt: before?.alt ?? '' });
    }
    await tx.reportLogo.deleteMany({ where: { id: 1, version } });
    if (picture) {
      const { png, width, height } = picture;
      const by = { changedById: scope.userId, changedAt: scope.now };
      await tx.reportLogo.create({
        data: { png: new Uint8Array(png), width, height, alt, ...by, version: version + 1 },
        select: { id: true },
      });
    }
    await recordAudit(tx, scope, {
      action: 'report.setLogo',
      entityType: 'INSTALLATION',
      entityId: '1',
      planId: null,
      before: { alt: before?.alt ?? null },
      after: picture ? { alt, width: picture.width, height: picture.height } : { alt: null },
    });
    return loadTemplates(tx, scope);
  });
}
