import type { MadeUpdateLink } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { canManageUpdateLink } from '@gt/domain/authz';
import { addDays, londonInstant } from '@gt/domain/calendar';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { toInstant } from '../../core/dates.ts';
import { DomainError, invalid, notAllowed, notFound } from '../../core/domain-error.ts';
import { queueMail } from '../../core/queue-mail.ts';
import { comingMeetings, RHYTHM_SELECT, type Rhythm, rhythmOf } from '../../core/rhythm.ts';
import type { Scope } from '../../core/scope.ts';
import { newSecret, secretDigest } from '../people/secret-link.ts';
import { findOpenActions, referencesReached } from './agency-actions.ts';
import { linkMail } from './link-mail.ts';
import { withdrawMail } from './withdraw-mail.ts';

export type LinkToMake = { planId: string; teamId: string; email: string; name: string; days: number };

/**
 * Makes a link under an id, and mails it or answers it to be shown once. What the person has sent to the same address
 * for the same agency before stops working: one person has one link. Throws INVALID for a team that is no partner
 * agency, NOT_ALLOWED or RULE when there is nothing that the link could update.
 */
export async function makeLink(
  ctx: Context,
  tx: Tx,
  scope: Scope,
  linkId: string,
  link: LinkToMake,
): Promise<MadeUpdateLink> {
  const { planId, teamId, email, name, days } = link;
  const rhythm = await requirePlan(tx, planId);
  const team = await lockAgency(tx, teamId);
  const references = await requireReach(tx, scope, planId, { id: teamId, name: team });
  const secret = newSecret();
  const lastDay = addDays(scope.today, days);
  const expiresAt = londonInstant(addDays(lastDay, 1), '00:00');
  const address = `${ctx.settings.publicUrl}/update#${secret}`;
  const due = comingMeetings(rhythm, 'REVIEW', scope.now, 1)[0]?.updatesDue ?? null;
  const isAhead = due !== null && due.at.getTime() > scope.now.getTime();
  const words = linkMail({ references, due: isAhead ? due : null, address, lastDay });
  const replaces = await replaceEarlier(tx, scope, linkId, link);
  const outboxMailId = ctx.settings.mailIsSetUp
    ? await queueMail(ctx, tx, { toAddress: email, ...words })
    : null;
  await tx.updateLink.create({
    data: {
      id: linkId,
      planId,
      teamId,
      tokenDigest: secretDigest(secret),
      email,
      name,
      createdById: scope.userId,
      createdAt: scope.now,
      expiresAt,
      outboxMailId,
    },
    select: { id: true },
  });
  // The contact is removed some time after the link ends, so the history never holds it: the domain says enough.
  await recordAudit(tx, scope, {
    action: replaces > 0 ? 'updateLink.sendAgain' : 'updateLink.create',
    entityType: 'UPDATE_LINK',
    entityId: linkId,
    planId,
    after: {
      teamId,
      mailDomain: email.slice(email.indexOf('@') + 1),
      expiresAt,
      byMail: outboxMailId !== null,
    },
  });
  return {
    linkId,
    link: outboxMailId === null ? address : null,
    sentTo: outboxMailId === null ? null : email,
    expiresAt: toInstant(expiresAt),
  };
}

async function requirePlan(tx: Tx, planId: string): Promise<Rhythm> {
  const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: RHYTHM_SELECT });
  if (!plan) throw notFound('plan');
  return rhythmOf(plan);
}

/** The agency's name; links to one agency are made one after the other. */
async function lockAgency(tx: Tx, teamId: string): Promise<string> {
  const [team] = await tx.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "team" WHERE "id" = ${teamId} AND "kind" = 'PARTNER_AGENCY' AND "archivedAt" IS NULL
    FOR NO KEY UPDATE`;
  if (team) return team.name;
  throw invalid([
    { field: 'teamId', message: 'Choose a partner agency. Teams of the trust sign in with accounts.' },
  ]);
}

async function requireReach(
  tx: Tx,
  scope: Scope,
  planId: string,
  team: { id: string; name: string },
): Promise<string[]> {
  const actions = await findOpenActions(tx, planId, [team.id]);
  const references = referencesReached({ teamId: team.id, maker: scope }, actions);
  if (references.length > 0) return references;
  if (actions.length > 0) {
    throw notAllowed(
      `A manager sends links for their own teams’ actions, and ${team.name} works on none of these. Ask the programme lead.`,
    );
  }
  throw new DomainError(
    'RULE',
    `${team.name} has no open action in this plan, so there is nothing to update.`,
  );
}

/** Ends the links that this one takes the place of, as far as the person looks after them; answers how many. */
async function replaceEarlier(tx: Tx, scope: Scope, linkId: string, link: LinkToMake): Promise<number> {
  const { planId, teamId, email } = link;
  const earlier = await tx.updateLink.findMany({
    where: { planId, teamId, email, revokedAt: null },
    select: { id: true, createdById: true, outboxMailId: true },
  });
  const theirs = earlier.filter((row) => canManageUpdateLink(scope, row).ok);
  await withdrawMail(tx, theirs);
  const replaced = await tx.updateLink.updateMany({
    where: { id: { in: theirs.map(({ id }) => id) }, revokedAt: null },
    data: { revokedAt: scope.now, revokedById: scope.userId, replacedById: linkId },
  });
  return replaced.count;
}
