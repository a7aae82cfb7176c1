import { z } from 'zod';
import { ROOM_EVENTS, ROOM_LIMITS, ROOM_STATES } from '../words/index.ts';
import { id, idempotencyKey, instant, isoDate, isoDateOut, text, version } from './base.ts';

const roomName = text(1_000, 'The name');
const visitorName = text(1_000, 'The visitor');

export const roomCreateInput = z.object({
  planId: id,
  packId: id,
  name: roomName,
  organisation: text(1_000, 'The organisation'),
  fromDate: isoDate,
  untilDate: isoDate,
  visitors: z.array(visitorName).max(50),
  idempotencyKey,
});
export const roomIdInput = z.object({ roomId: id });
export const roomCloseInput = z.object({ roomId: id, version });
export const roomPackInput = z.object({ roomId: id, packId: id, version });
export const roomWritten = z.object({ roomId: z.string(), version: z.int() });
export const visitorAddInput = z.object({ roomId: id, visitor: visitorName, idempotencyKey });
export const visitorRenewInput = z.object({ visitorId: id, idempotencyKey });
export const visitorIdInput = z.object({ visitorId: id });
export const visitorWritten = z.object({ visitorId: z.string() });

/** What lets one visitor in. Shown once: only digests are kept. */
export const madeVisitor = z.object({
  visitorId: z.string(),
  label: z.string(),
  link: z.string(),
  /** To be given by another way than the link. */
  code: z.string(),
});
export const madeRoom = z.object({ roomId: z.string(), visitors: z.array(madeVisitor) });

const roomPack = z.object({
  id: z.string(),
  number: z.int(),
  isPartial: z.boolean(),
  finishedAt: instant.nullable(),
  /** The last day on which its file is surely kept. */
  keptUntil: isoDateOut.nullable(),
});

export const roomRow = z.object({
  id: z.string(),
  planId: z.string(),
  number: z.int(),
  name: z.string(),
  organisation: z.string(),
  state: z.enum(ROOM_STATES),
  opensOn: isoDateOut,
  lastDay: isoDateOut,
  closedAt: instant.nullable(),
  pack: roomPack,
  visitors: z.int(),
  entrances: z.int(),
  lastEnteredAt: instant.nullable(),
  version: z.int(),
});

export const roomListOut = z.object({
  rooms: z.array(roomRow),
  /** What can be put into a room now, newest first. */
  packs: z.array(roomPack),
  usual: z.object({ fromDate: isoDateOut, untilDate: isoDateOut }),
});

const roomVisitor = z.object({
  id: z.string(),
  label: z.string(),
  createdAt: instant,
  wrongCodes: z.int().max(ROOM_LIMITS.wrongCodes),
  lockedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  entrances: z.int(),
  lastEnteredAt: instant.nullable(),
});

const roomItem = z.object({ id: z.string(), reference: z.string(), title: z.string() });

export const roomOut = roomRow.omit({ visitors: true }).extend({
  planName: z.string(),
  madeBy: z.string(),
  createdAt: instant,
  /** Why nothing of the pack can be shown any more; null while it can. */
  packProblem: z.string().nullable(),
  visitors: z.array(roomVisitor),
  questions: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      question: z.string(),
      askedBy: z.string(),
      askedAt: instant,
      isRemoved: z.boolean(),
      /** What was chosen for it by hand: in the pack of the room, and not in it. */
      shown: z.array(roomItem),
      notInPack: z.array(roomItem),
    }),
  ),
  /** Newest first; the whole of it is in the file. */
  log: z.array(
    z.object({
      id: z.string(),
      at: instant,
      event: z.enum(ROOM_EVENTS),
      visitor: z.string().nullable(),
      what: z.string(),
    }),
  ),
  logTotal: z.int(),
  packs: z.array(roomPack),
});

/** What travels with entering: in no address, which proxies write down. */
export const roomEnterInput = z.object({
  secret: z
    .string()
    .regex(
      /^[\w-]{43}$/,
      'Part of the link is missing. Copy the whole address, or ask whoever gave it to you.',
    ),
  code: z.string().min(1, 'Enter the code.').max(60, 'This is longer than a code.'),
});

export const roomAskInput = z.object({
  question: text(2_000, 'The question'),
  /** "R3"; empty for all that is in the room. */
  recommendations: z.array(z.string().regex(/^R\d{1,6}$/)).max(200),
  idempotencyKey,
});

export type RoomCreateInput = z.infer<typeof roomCreateInput>;
export type RoomPackInput = z.infer<typeof roomPackInput>;
export type RoomCloseInput = z.infer<typeof roomCloseInput>;
export type VisitorAddInput = z.infer<typeof visitorAddInput>;
export type VisitorRenewInput = z.infer<typeof visitorRenewInput>;
export type MadeVisitor = z.infer<typeof madeVisitor>;
export type MadeRoom = z.infer<typeof madeRoom>;
export type RoomRow = z.infer<typeof roomRow>;
export type RoomListOut = z.infer<typeof roomListOut>;
export type RoomOut = z.infer<typeof roomOut>;
export type RoomPackRow = z.infer<typeof roomPack>;
export type RoomWritten = z.infer<typeof roomWritten>;
