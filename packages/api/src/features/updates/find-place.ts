import type { Rag } from '@gt/contracts/words';
import { sql, type Tx } from '@gt/db';
import type { UpdateWords } from '@gt/domain/update';
import { invalid } from '../../core/domain-error.ts';
import { updateChains } from '../../core/update-texts.ts';

/** Where an update will stand among those of its action. */
export type UpdatePlace = {
  /** The words that it takes the place of; null for a new account. */
  corrected: { id: string; declaredRag: Rag; ragReason: string; percentComplete: number } | null;
  /** No account stands after it. */
  isNewest: boolean;
  /** The words that stand right before it. */
  before: UpdateWords | null;
};

type Chain = { headId: string; ids: string[] };

/**
 * The place of an update that is about to be written: after all others, or that of the one it puts right. Where that
 * one was put right already, it is the newest words that are corrected, so that they stay one account. Throws INVALID
 * for an update that is not one of the action.
 */
export async function findPlace(tx: Tx, actionId: string, correctsId: string | null): Promise<UpdatePlace> {
  const chains = await tx.$queryRaw<Chain[]>(sql`
    WITH RECURSIVE ${updateChains(sql`pu."actionId" = ${actionId}`)}
    SELECT "headId", array_agg("id") AS "ids" FROM "chain"
    GROUP BY "headId" ORDER BY min("createdAt") DESC, min("id") DESC`);
  const at = correctsId === null ? -1 : chains.findIndex(({ ids }) => ids.includes(correctsId));
  if (correctsId !== null && at === -1) {
    throw invalid([
      { field: 'correctsId', message: 'The update to be corrected is not one of this action.' },
    ]);
  }
  const [corrected, before] = await Promise.all([wordsOf(tx, chains[at]), wordsOf(tx, chains[at + 1])]);
  return {
    corrected: corrected && { ...corrected, declaredRag: corrected.rag },
    isNewest: at <= 0,
    before,
  };
}

async function wordsOf(tx: Tx, chain: Chain | undefined) {
  if (!chain) return null;
  return tx.progressUpdate.findUniqueOrThrow({
    where: { id: chain.headId },
    select: {
      id: true,
      whatHappened: true,
      difference: true,
      inTheWay: true,
      next: true,
      rag: true,
      ragReason: true,
      percentComplete: true,
    },
  });
}
