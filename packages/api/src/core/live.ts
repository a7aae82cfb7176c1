import type { HereInput } from '@gt/contracts/schemas';
import { atEnd, type Db, notify, type Tx } from '@gt/db';

/** The channel that every server process listens to. */
export const LIVE_CHANNEL = 'golden_thread_live';

/** A record as it stands in the audit: "ACTION" and its id. */
export type LiveRecord = { entityType: string; entityId: string };

/** What one transaction tells the server processes. They are hints: what is true stands in the tables. */
export type LiveMessage =
  /** Records of a plan changed; null when they are too many to be named. */
  | {
      kind: 'records';
      planId: string;
      actorId: string | null;
      actorName: string;
      records: LiveRecord[] | null;
    }
  /** Something new in these people's inboxes. */
  | { kind: 'inbox'; userIds: string[] }
  /** An account or a session of this person changed: open streams ask again whether they may stay. */
  | { kind: 'person'; userId: string }
  /** Somebody has an action or a meeting open, types an update, or has closed it. */
  | ({ kind: 'here'; userId: string; name: string } & HereInput);

// A message may hold fewer than 8,000 bytes; an id with the name of its table takes up to 60.
const RECORDS_A_MESSAGE = 100;
const PEOPLE_A_MESSAGE = 150;
/** Beyond this many records of one transaction the plan as a whole is named instead. */
const RECORDS_A_TRANSACTION = 2000;

type Gathered = {
  plans: Map<string, { planId: string; actorId: string | null; actorName: string; records: Set<string> }>;
  inbox: Set<string>;
  people: Set<string>;
};

const gathered = new WeakMap<object, Gathered>();

/** What this transaction has gathered so far; the first word of it sees to it that all is sent at the end, at once. */
async function gather(tx: Tx, add: (all: Gathered) => void): Promise<void> {
  const known = gathered.get(tx);
  if (known) {
    add(known);
    return;
  }
  const all: Gathered = { plans: new Map(), inbox: new Set(), people: new Set() };
  gathered.set(tx, all);
  add(all);
  await atEnd(tx, async () => {
    gathered.delete(tx);
    await send(tx, messagesOf(all));
  });
}

/** Tells open pages, when and if the transaction is kept, that a record of a plan changed. */
export function liveRecord(
  tx: Tx,
  change: LiveRecord & { planId: string; actorId: string | null; actorName: string },
): Promise<void> {
  const { planId, actorId, actorName, entityType, entityId } = change;
  return gather(tx, ({ plans }) => {
    const key = `${planId} ${actorId ?? ''}`;
    const plan = plans.get(key) ?? { planId, actorId, actorName, records: new Set<string>() };
    plans.set(key, plan);
    plan.records.add(`${entityType}:${entityId}`);
  });
}

/** Tells open pages of these people that there is something new in the inbox. */
export function liveInbox(tx: Tx, userIds: readonly string[]): Promise<void> {
  return gather(tx, ({ inbox }) => {
    for (const userId of userIds) inbox.add(userId);
  });
}

/** Makes the open streams of a person ask again whether they may stay. */
export function livePerson(tx: Tx, userId: string): Promise<void> {
  return gather(tx, ({ people }) => void people.add(userId));
}

/** Tells at once, of no transaction, that somebody has an action or a meeting open. */
export async function liveHere(
  db: Db,
  here: Omit<Extract<LiveMessage, { kind: 'here' }>, 'kind'>,
): Promise<void> {
  const { of, recordId, userId, name, state } = here;
  const wire: Wire = { k: 'h', o: of, r: recordId, u: userId, n: name, s: state };
  await notify(db, LIVE_CHANNEL, JSON.stringify(wire));
}

type Wire =
  | { k: 'r'; p: string; a: string | null; n: string; r: string[] | null }
  | { k: 'i'; u: string[] }
  | { k: 'p'; u: string }
  | { k: 'h'; o: HereInput['of']; r: string; u: string; n: string; s: HereInput['state'] };

function messagesOf({ plans, inbox, people }: Gathered): Wire[] {
  const ofPlans = [...plans.values()].flatMap(({ planId, actorId, actorName, records }): Wire[] => {
    const of = { k: 'r' as const, p: planId, a: actorId, n: actorName };
    if (records.size > RECORDS_A_TRANSACTION) return [{ ...of, r: null }];
    return inParts([...records], RECORDS_A_MESSAGE).map((part) => ({ ...of, r: part }));
  });
  return [
    ...ofPlans,
    ...inParts([...inbox], PEOPLE_A_MESSAGE).map((part): Wire => ({ k: 'i', u: part })),
    ...[...people].map((userId): Wire => ({ k: 'p', u: userId })),
  ];
}

function inParts(all: readonly string[], size: number): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size));
  return parts;
}

async function send(tx: Tx, messages: readonly Wire[]): Promise<void> {
  for (const message of messages) await notify(tx, LIVE_CHANNEL, JSON.stringify(message));
}

/** Reads what another process sent; null for what this version of the product does not know. */
export function readLiveMessage(payload: string): LiveMessage | null {
  let wire: Wire;
  try {
    wire = JSON.parse(payload) as Wire;
  } catch {
    return null;
  }
  if (wire.k === 'i') return { kind: 'inbox', userIds: wire.u };
  if (wire.k === 'p') return { kind: 'person', userId: wire.u };
  if (wire.k === 'h') {
    return { kind: 'here', of: wire.o, recordId: wire.r, userId: wire.u, name: wire.n, state: wire.s };
  }
  if (wire.k !== 'r') return null;
  const records = wire.r?.map(recordOf) ?? null;
  return { kind: 'records', planId: wire.p, actorId: wire.a, actorName: wire.n, records };
}

function recordOf(text: string): LiveRecord {
  const colon = text.indexOf(':');
  return { entityType: text.slice(0, colon), entityId: text.slice(colon + 1) };
}
