import type { Db } from '@gt/db';
import type { Scope } from '../../core/scope.ts';
import { sha256OfWords } from './typed-texts.ts';

/** Whether a verifier allowed these very words for packs of the plan. One statement. */
export async function allowedWords(
  db: Db,
  _scope: Scope,
  planId: string,
): Promise<(words: string) => boolean> {
  const rows = await db.textAllowance.findMany({ where: { planId }, select: { sha256: true } });
  const allowed = new Set(rows.map(({ sha256 }) => sha256));
  return (words) => allowed.size > 0 && allowed.has(sha256OfWords(words));
}
