import type { Preference } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import type { Scope } from '../../core/scope.ts';

/** How the signed-in person likes to work; what everybody begins with until they choose. */
export async function readPreference(db: Db, scope: Scope): Promise<Preference> {
  const row = await db.preference.findUnique({
    where: { userId: scope.userId },
    select: { singleKeys: true },
  });
  return row ?? { singleKeys: true };
}
