import type { Tx } from '@gt/db';
import { invalid } from '../../core/domain-error.ts';

/** Names of teams and titles of posts are unique whatever the case. Throws INVALID beside the field. */
export async function assertNameIsFree(
  tx: Tx,
  what: 'team' | 'post',
  name: string,
  exceptId: string | null,
): Promise<void> {
  const except = exceptId ? { id: { not: exceptId } } : {};
  const same = { equals: name, mode: 'insensitive' as const };
  const taken =
    what === 'team'
      ? await tx.team.findFirst({ where: { name: same, ...except }, select: { id: true } })
      : await tx.post.findFirst({ where: { title: same, ...except }, select: { id: true } });
  if (!taken) return;
  const field = what === 'team' ? 'name' : 'title';
  throw invalid([{ field, message: `There is a ${what} called “${name}” already. Choose another name.` }]);
}
