import type { RoomQuestion } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { enquiryReference, evidenceReference } from '@gt/domain/evidence';
import { recommendationReference } from '@gt/domain/recommendation';
import { toInstant } from '../../core/dates.ts';
import type { RoomPack } from './room-pack.ts';

/**
 * What the visitors of a room asked, oldest first, each with what the programme lead chose to answer it: only as far as
 * it is in the pack of the room, and as the pack says it. Two statements, and one for the items.
 */
export async function roomQuestions(
  db: Db,
  room: { id: string },
  { outcome, files }: Pick<RoomPack, 'outcome' | 'files'>,
): Promise<RoomQuestion[]> {
  const asked = await askedInRoom(db, room.id);
  const inPack = new Map(outcome.content.evidence.map((item) => [item.ref, item]));
  return asked.map(({ chosen, recommendations, ...question }) => ({
    ...question,
    recommendations,
    answers: chosen.flatMap(({ reference }) => {
      const item = inPack.get(reference);
      if (!item || !files.has(reference)) return [];
      return [{ ref: reference, title: item.title, under: item.recommendationRefs[0] ?? null }];
    }),
  }));
}

type Asked = Omit<RoomQuestion, 'answers'> & {
  chosen: { id: string; reference: string; title: string }[];
};

/** The lines of enquiry that came from a room, with the evidence that was chosen for each by hand, best first. */
export async function askedInRoom(db: Db, roomId: string): Promise<Asked[]> {
  const lines = await db.lineOfEnquiry.findMany({
    where: { roomVisitor: { roomId } },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      question: true,
      recommendationIds: true,
      evidenceIds: true,
      createdAt: true,
      deletedAt: true,
      roomVisitor: { select: { label: true } },
    },
  });
  const [items, recommendations] = await Promise.all([
    db.evidence.findMany({
      where: { id: { in: lines.flatMap(({ evidenceIds }) => evidenceIds) } },
      select: { id: true, number: true, title: true },
    }),
    db.recommendation.findMany({
      where: { id: { in: lines.flatMap(({ recommendationIds }) => recommendationIds) } },
      orderBy: { number: 'asc' },
      select: { id: true, number: true },
    }),
  ]);
  const itemOf = new Map(items.map((item) => [item.id, item]));
  return lines.map((line) => ({
    id: line.id,
    reference: enquiryReference(line.number),
    question: line.question,
    askedBy: line.roomVisitor?.label ?? '',
    askedAt: toInstant(line.createdAt),
    isRemoved: line.deletedAt !== null,
    recommendations: recommendations
      .filter(({ id }) => line.recommendationIds.includes(id))
      .map(({ number }) => recommendationReference(number)),
    chosen: line.evidenceIds.flatMap((id) => {
      const item = itemOf.get(id);
      return item ? [{ id, reference: evidenceReference(item.number), title: item.title }] : [];
    }),
  }));
}
