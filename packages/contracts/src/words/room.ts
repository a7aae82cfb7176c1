import type { PackEvidence, PackInspection, PackOmission, PackRecommendation } from './pack-content.ts';
import type { RoomEvent, RoomState } from './tuples.ts';

/** How large an inspector room may be: days that it is open, visitors, wrong codes by one link, characters of a name. */
export const ROOM_LIMITS = { days: 30, daysAhead: 366, visitors: 12, wrongCodes: 5, name: 120 } as const;

export const ROOM_STATE_LABELS: Record<RoomState, string> = {
  NOT_YET: 'Opens later',
  OPEN: 'Open',
  ENDED: 'Ended',
  CLOSED: 'Closed',
};

export const ROOM_EVENT_LABELS: Record<RoomEvent, string> = {
  OPENED: 'Room made',
  VISITOR_ADDED: 'Visitor added',
  LINK_RENEWED: 'New link and code made',
  VISITOR_REVOKED: 'Link withdrawn',
  PACK_CHANGED: 'Pack changed',
  CLOSED: 'Room closed',
  ENTERED: 'Entered',
  WRONG_CODE: 'Wrong code',
  LOCKED: 'Link locked after wrong codes',
  TURNED_AWAY: 'Turned away',
  LEFT: 'Left',
  PAGE: 'Page opened',
  FILE_VIEWED: 'File viewed',
  FILE_DOWNLOADED: 'File downloaded',
  PACK_DOWNLOADED: 'Whole pack downloaded',
  ASKED: 'Asked',
};

/** A place of the pack: its reference, and the recommendation under which it is read. */
export interface RoomPlace {
  ref: string;
  title: string;
  /** "R3"; null for what stands under none. */
  under: string | null;
}

/** Something that can be found in the room, with the words that it is found by. */
export interface RoomFindable extends RoomPlace {
  what: 'RECOMMENDATION' | 'ACTION' | 'MEASURE' | 'EVIDENCE';
  words: string;
}

/** What a visitor asked, and what of the pack in the room answers it. */
export interface RoomQuestion {
  id: string;
  /** "Q4". */
  reference: string;
  question: string;
  askedBy: string;
  askedAt: string;
  recommendations: string[];
  answers: RoomPlace[];
  /** Taken out of the lines of enquiry since. */
  isRemoved: boolean;
}

/** What stands at the head of the room, and the way through it. Everything of the pack is as it was frozen. */
export interface RoomView {
  name: string;
  organisation: string;
  visitor: string;
  /** "the programme lead at Northmoor Children’s Trust": a post, never a person's name. */
  askWhom: string;
  endsAt: string;
  pack: {
    number: number;
    plan: string;
    council: string;
    trust: string | null;
    scope: string;
    asAt: string;
    generatedAt: string;
    marking: string;
    coverNote: string;
    fileName: string;
    size: number;
    sha256: string;
    /** Of the key that signed it. */
    key: { fingerprint: string; pem: string } | null;
    /** "PARTIAL: …"; '' for a whole pack. */
    partial: string;
    /** "3 evidence items in scope: 2 in this pack, 1 left out." */
    counts: string;
  };
  inspection: PackInspection;
  areas: {
    number: string;
    area: string;
    recommendations: { number: string; ref: string; title: string }[];
    also: { number: string; ref: string; title: string }[];
  }[];
  findable: RoomFindable[];
  omissions: PackOmission[];
  questions: RoomQuestion[];
}

/** What an open page asks of its own accord: whether it may go on, and which pack stands in the room. */
export interface RoomStanding {
  packNumber: number;
  endsAt: string;
}

/** Evidence as the room shows it; without its file when that could not be given. */
export type RoomEvidence = PackEvidence & { isHere: boolean };

/** One recommendation of the pack, in the pack's order of parts. */
export interface RoomRecommendation {
  number: string;
  /** "Page 3, paragraphs 40 and 41". */
  source: string;
  item: PackRecommendation;
  evidence: RoomEvidence[];
  changes: { source: string; words: string }[];
  /** So many more are in the pack's workbook. */
  moreChanges: number;
  nextSteps: string[];
}
