import type { IsoDate } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { packForRoom, type RoomPackFacts } from '@gt/domain/room';
import { londonDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';

const FACTS_SELECT = {
  id: true,
  number: true,
  state: true,
  audience: true,
  isPartial: true,
  finishedAt: true,
  redactedAt: true,
  expiredAt: true,
  expiresAt: true,
} as const;

type FactsRow = {
  number: number;
  state: RoomPackFacts['state'];
  audience: RoomPackFacts['audience'];
  redactedAt: Date | null;
  expiredAt: Date | null;
  expiresAt: Date | null;
};

/** The packs of a plan that may be put into some room, newest first. */
export function findPacks(db: Db | Tx, planId: string) {
  return db.pack.findMany({
    where: { planId, state: 'READY', audience: 'INSPECTOR', redactedAt: null, expiredAt: null },
    orderBy: { number: 'desc' },
    take: 50,
    select: FACTS_SELECT,
  });
}

/** What the rule asks of a pack. It goes in the night after its time is over, so the day before is sure. */
export function packFacts({ redactedAt, expiredAt, ...row }: FactsRow): RoomPackFacts {
  return {
    number: row.number,
    state: row.state,
    audience: row.audience,
    isRedacted: redactedAt !== null,
    isExpired: expiredAt !== null,
    keptUntil: keptUntil(row.expiresAt),
  };
}

export function keptUntil(expiresAt: Date | null): IsoDate | null {
  return expiresAt && addDays(londonDate(expiresAt), -1);
}

/** The number of a pack that may stand in a room to its last day. Throws INVALID with why it may not. */
export async function requireRoomPack(
  tx: Tx,
  { planId, packId }: { planId: string; packId: string },
  untilDate: IsoDate,
): Promise<number> {
  const pack = await tx.pack.findFirst({ where: { id: packId, planId }, select: FACTS_SELECT });
  if (!pack) throw invalid([{ field: 'packId', message: 'Choose a pack of this plan' }]);
  const decision = packForRoom(packFacts(pack), untilDate);
  if (!decision.ok) throw invalid([{ field: 'packId', message: decision.reason }]);
  return pack.number;
}
