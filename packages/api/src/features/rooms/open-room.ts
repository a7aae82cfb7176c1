import type { PackContent, RoomFindable, RoomStanding, RoomView } from '@gt/contracts/words';
import { countWords, packOrder, partialWords } from '@gt/pack';
import type { Context } from '../../core/context.ts';
import { toInstant } from '../../core/dates.ts';
import { logVisit, type Visit } from './find-visit.ts';
import { type RoomPack, roomPack } from './room-pack.ts';
import { roomQuestions } from './room-questions.ts';

/** The head of the room and the way through it. Throws RULE once there is nothing to show. */
export async function openRoom(ctx: Context, visit: Visit): Promise<RoomView> {
  const { room, visitor, askWhom } = visit;
  const pack = await roomPack(ctx.db, visit);
  await logVisit(ctx, visit, 'PAGE', 'Contents');
  const { content, omissions } = pack.outcome;
  return {
    name: room.name,
    organisation: room.organisation,
    visitor: visitor.label,
    askWhom,
    endsAt: toInstant(room.endsAt),
    pack: headOf(pack),
    inspection: content.inspection,
    areas: packOrder(content).map(({ number, area, recommendations, also }) => ({
      number,
      area,
      recommendations: recommendations.map(asEntry),
      also: also.map(asEntry),
    })),
    findable: findableIn(content),
    omissions: [...omissions],
    questions: await roomQuestions(ctx.db, room, pack),
  };
}

/** Whether the room still stands as it was shown: asked by the page of its own accord, and no line in the log. */
export async function roomStanding(ctx: Context, { room }: Visit): Promise<RoomStanding> {
  const { number } = await ctx.db.pack.findUniqueOrThrow({
    where: { id: room.packId },
    select: { number: true },
  });
  return { packNumber: number, endsAt: toInstant(room.endsAt) };
}

const asEntry = ({ number, item }: { number: string; item: { ref: string; title: string } }) => ({
  number,
  ref: item.ref,
  title: item.title,
});

function headOf({ number, fileName, size, sha256, key, outcome }: RoomPack): RoomView['pack'] {
  const { planTitle, council, trust, scope, asAt, generatedAt, marking, coverNote } = outcome.content;
  return {
    ...{ number, fileName, size, sha256, key, plan: planTitle, council, trust, scope, asAt, generatedAt },
    ...{ marking, coverNote },
    partial: partialWords(outcome.omissions),
    counts: countWords(outcome),
  };
}

/** Whatever of the pack has a reference, in the order of its parts, with the words by which it is found. */
function findableIn({ recommendations, evidence }: PackContent): RoomFindable[] {
  const ofRecommendations = recommendations.flatMap((item): RoomFindable[] => [
    { what: 'RECOMMENDATION', ref: item.ref, title: item.title, under: item.ref, words: item.quote },
    ...item.actions.map(
      ({ ref, title, detail, team, owner }): RoomFindable => ({
        what: 'ACTION',
        ref,
        title,
        under: item.ref,
        words: [detail, team, owner].filter((text) => text !== '').join(' '),
      }),
    ),
    ...item.measures.map(
      ({ ref, title, definition }): RoomFindable => ({
        what: 'MEASURE',
        ref,
        title,
        under: item.ref,
        words: definition,
      }),
    ),
  ]);
  return [
    ...ofRecommendations,
    ...evidence.map(
      ({ ref, title, shows, source, recommendationRefs }): RoomFindable => ({
        what: 'EVIDENCE',
        ref,
        title,
        under: recommendationRefs[0] ?? null,
        words: `${shows} ${source}`.trim(),
      }),
    ),
  ];
}
