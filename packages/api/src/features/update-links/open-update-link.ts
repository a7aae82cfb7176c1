import { type UpdateLinkViewOut, updateLinkOpenInput, updateLinkView } from '@gt/contracts/schemas';
import type { Context } from '../../core/context.ts';
import { toInstant } from '../../core/dates.ts';
import { actionsByLink } from './actions-by-link.ts';
import { assertWorks, findLink } from './find-link.ts';

/**
 * What whoever has a link may see. Opening uses nothing up, however often: mail scanners open links too. That it was
 * opened for the first time is noted for whoever sent it. Throws NOT_FOUND and RULE for links that do not work.
 */
export async function openUpdateLink(ctx: Context, body: unknown): Promise<UpdateLinkViewOut> {
  const { secret } = updateLinkOpenInput.parse(body);
  const link = await findLink(ctx.db, ctx, secret);
  assertWorks(link);
  if (link.firstOpenedAt === null) {
    await ctx.db.updateLink.updateMany({
      where: { id: link.id, firstOpenedAt: null },
      data: { firstOpenedAt: ctx.now },
    });
  }
  const { name, team, trust, askWhom, expiresAt, updatesDue } = link;
  // The schema drops whatever it does not name.
  return updateLinkView.parse({
    name,
    team,
    trust,
    askWhom,
    today: ctx.today,
    worksUntil: toInstant(expiresAt),
    updatesDue,
    actions: await actionsByLink(ctx.db, link),
  });
}
