import type { Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { type Judgement, nameKey } from '@gt/domain/workbook';
import { recordAudits } from '../../core/audit.ts';
import { notAllowed } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { assertNameIsFree } from '../teams/name-is-free.ts';
import type { Made } from './assigned-of.ts';

type Wanted = { name: string; teamId: string | null };

/**
 * Makes the teams and posts that were chosen to be made for names of the workbook, those that some row takes. Throws
 * NOT_ALLOWED for whoever may not make any, INVALID for a name that is taken meanwhile.
 */
export async function makeNames(
  tx: Tx,
  scope: Scope,
  { rows }: Judgement,
): Promise<Made & { teams: Map<string, string>; posts: Map<string, string> }> {
  const teams = new Map<string, Wanted>();
  const posts = new Map<string, Wanted>();
  for (const { outcome, given } of rows) {
    if (outcome !== 'CREATE' || !given) continue;
    if (given.team?.to === 'NEW_TEAM')
      teams.set(nameKey(given.teamName), { name: given.teamName, teamId: null });
    for (const post of [given.ownerPost, given.lead]) {
      if (post?.choice.to === 'NEW_POST')
        posts.set(nameKey(post.name), { name: post.name, teamId: post.choice.teamId });
    }
  }
  const partners = await partnersOf(tx);
  const none = { teams: new Map<string, string>(), posts: new Map<string, string>(), partners };
  if (teams.size + posts.size === 0) return none;
  if (!holds(scope.roles, 'team.edit')) {
    throw notAllowed(
      'An administrator makes teams and posts. Ask for them, or leave those names unassigned.',
    );
  }
  return {
    teams: await make(tx, scope, 'team', teams),
    posts: await make(tx, scope, 'post', posts),
    partners,
  };
}

async function make(tx: Tx, scope: Scope, what: 'team' | 'post', wanted: ReadonlyMap<string, Wanted>) {
  const ids = new Map([...wanted.keys()].map((key) => [key, newId()]));
  for (const [key, { name, teamId }] of wanted) {
    await assertNameIsFree(tx, what, name, null);
    const id = ids.get(key) ?? newId();
    if (what === 'team') {
      await tx.team.create({
        data: { id, name, kind: 'INTERNAL', createdAt: scope.now },
        select: { id: true },
      });
    } else {
      await tx.post.create({
        data: { id, title: name, teamId: teamId ?? '', createdAt: scope.now },
        select: { id: true },
      });
    }
  }
  await recordAudits(
    tx,
    scope,
    [...wanted].map(([key, { name, teamId }]) => ({
      action: `${what}.create`,
      entityType: what === 'team' ? 'TEAM' : 'POST',
      entityId: ids.get(key) ?? '',
      planId: null,
      after: what === 'team' ? { name, kind: 'INTERNAL' } : { title: name, teamId },
    })),
  );
  return ids;
}

async function partnersOf(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.team.findMany({ where: { kind: 'PARTNER_AGENCY' }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
