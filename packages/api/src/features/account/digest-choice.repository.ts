import type { DigestChoice, DigestChoiceOut } from '@gt/contracts/schemas';
import { isInsideAddress } from '@gt/domain/reminder';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';

const DIGEST_SELECT = {
  digest: true,
  digestTime: true,
  digestDays: true,
  quietFrom: true,
  quietTo: true,
  digestLeavesOut: true,
} as const;

/** What everybody begins with until they choose; the table's own defaults. */
const FIRST: DigestChoice = {
  digest: true,
  digestTime: '07:30',
  digestDays: [1, 2, 3, 4, 5],
  quietFrom: '18:00',
  quietTo: '07:00',
  digestLeavesOut: [],
};

/** How the signed-in person wants the mail of a day, and what such a mail may carry to their address. */
export async function readDigestChoice(ctx: Context, scope: Scope): Promise<DigestChoiceOut> {
  const { db } = ctx;
  const row = await db.preference.findUnique({ where: { userId: scope.userId }, select: DIGEST_SELECT });
  const installation = await db.installation.findFirst({ select: { insideMailDomains: true } });
  const email = ctx.signedIn?.email ?? '';
  return {
    ...(row ?? FIRST),
    mailIsSetUp: ctx.settings.mailIsSetUp,
    isInside: isInsideAddress(email, installation?.insideMailDomains ?? []),
  };
}
