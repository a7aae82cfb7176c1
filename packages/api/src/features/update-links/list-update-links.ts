import type { UpdateLinkListOut } from '@gt/contracts/schemas';
import type { UpdateLinkState } from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { type Actor, canManageUpdateLink } from '@gt/domain/authz';
import { updateLinkState } from '@gt/domain/update';
import type { Context } from '../../core/context.ts';
import { toInstant } from '../../core/dates.ts';
import { loadActors } from '../../core/rights-of.ts';
import type { Scope } from '../../core/scope.ts';
import { findOpenActions, referencesReached } from './agency-actions.ts';
import { findAgencies, findLinks, type LinkRow, makersAndMails } from './update-links.repository.ts';

type Link = LinkRow & { state: UpdateLinkState };

/**
 * The links of a plan that the person looks after, and the partner agencies that they could send one to. Throws
 * NOT_FOUND for a plan that is not there.
 */
export async function listUpdateLinks(
  ctx: Context,
  scope: Scope,
  { planId }: { planId: string },
): Promise<UpdateLinkListOut> {
  const { db } = ctx;
  const rows = await findLinks(db, scope, planId);
  const agencies = await findAgencies(db, scope);
  const teamIds = agencies.map(({ id }) => id);
  const [actions, actors, { makers, mails }] = await Promise.all([
    findOpenActions(db, planId, teamIds),
    loadActors(
      db,
      rows.map(({ createdById }) => createdById),
      scope.today,
    ),
    makersAndMails(db, scope, rows),
  ]);
  const reached = (teamId: string, maker: Actor | undefined) =>
    maker ? referencesReached({ teamId, maker }, actions) : [];
  const all: Link[] = rows.map((row) => ({ ...row, state: updateLinkState(row, scope.now) }));
  const own = all.filter((row) => canManageUpdateLink(scope, row).ok);
  const teams = new Map(agencies.map(({ id, name }) => [id, { id, name }]));
  return {
    links: own.map((row) => ({
      ...linkOut(row),
      team: teams.get(row.teamId) ?? { id: row.teamId, name: '' },
      madeBy: makers.get(row.createdById) ?? '',
      isOwn: row.createdById === scope.userId,
      mail: row.outboxMailId === null ? 'BY_HAND' : (mails.get(row.outboxMailId) ?? 'WAITING'),
      shows: row.state === 'WORKING' ? reached(row.teamId, actors.get(row.createdById)) : [],
    })),
    partners: agencies
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name, accounts }) => ({
        team: { id, name },
        references: reached(id, scope),
        contact: contactIn(own, id),
        workingUntil: worksUntil(all, id),
        accounts,
      }))
      .filter(({ references }) => references.length > 0),
    mailIsSetUp: ctx.settings.mailIsSetUp,
  };
}

function linkOut({ id, name, email, createdAt, expiresAt, revokedAt, firstOpenedAt, state, updates }: Link) {
  return {
    id,
    name,
    email,
    state,
    createdAt: toInstant(createdAt),
    expiresAt: toInstant(expiresAt),
    endedAt: revokedAt && toInstant(revokedAt),
    firstOpenedAt: firstOpenedAt && toInstant(firstOpenedAt),
    uses: updates.map(({ createdAt: at, writtenBy, action }) => ({
      at: toInstant(at),
      actionId: action.id,
      reference: actionReference(action.recommendation.number, action.number),
      writtenBy,
    })),
  };
}

/** Whom a link to an agency was sent to last, as long as it is known. */
function contactIn(links: readonly Link[], teamId: string) {
  const latest = links.find((link) => link.teamId === teamId && link.email !== '');
  return latest ? { email: latest.email, name: latest.name } : null;
}

function worksUntil(links: readonly Link[], teamId: string): string | null {
  const ends = links
    .filter((link) => link.teamId === teamId && link.state === 'WORKING')
    .map(({ expiresAt }) => expiresAt.getTime());
  return ends.length === 0 ? null : toInstant(new Date(Math.max(...ends)));
}
