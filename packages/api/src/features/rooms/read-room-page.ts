import type { RoomRecommendation } from '@gt/contracts/words';
import { changesOf, evidenceOf, nextStepsOf, packOrder, sourceWords } from '@gt/pack';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import { logVisit, type Visit } from './find-visit.ts';
import { roomPack } from './room-pack.ts';

/** One recommendation of the pack in the room, with everything that stands under it. Throws NOT_FOUND and RULE. */
export async function readRoomPage(ctx: Context, visit: Visit, ref: string): Promise<RoomRecommendation> {
  const { outcome, files } = await roomPack(ctx.db, visit);
  const found = packOrder(outcome.content)
    .flatMap(({ recommendations }) => recommendations)
    .find(({ item }) => item.ref === ref);
  if (!found) throw notFound('recommendation');
  await logVisit(ctx, visit, 'PAGE', ref);
  const { number, item } = found;
  const { changes, more } = changesOf(item, outcome);
  return {
    number,
    source: sourceWords(item),
    item,
    evidence: evidenceOf(item, outcome.content).map((evidence) => ({
      ...evidence,
      isHere: files.has(evidence.ref),
    })),
    changes,
    moreChanges: more,
    nextSteps: nextStepsOf(item),
  };
}
