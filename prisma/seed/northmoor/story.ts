import type { DeclarableRag, DeliveryStatus, Priority } from '@gt/contracts/words';
import type { AccountKey, PostKey, TeamKey } from './people.ts';

/** Something that happens to an action, `at` so many working days ago. */
export type Step = { at: number; by: AccountKey | 'OWNER' } & (
  | { does: 'UPDATE'; rag: DeclarableRag; percent: number; words: UpdateWords; mark?: UpdateMark }
  | { does: 'MOVE'; due: number; reason: string }
  | { does: 'ASSIGN'; post: PostKey | null; person: AccountKey | null; reason: string }
  | { does: 'STATUS'; status: DeliveryStatus; reason: string }
  | { does: 'CLOSE'; reason: string }
);

export type UpdateWords = {
  what: string;
  /** What difference it makes for children. */
  change?: string;
  /** What is in the way. */
  block?: string;
  next?: string;
  /** Why this rating. */
  why?: string;
};

/** CORRECTS puts the update before it right; DESTROYED loses its words again, by two people. */
export type UpdateMark = 'CORRECTS' | 'DESTROYED';

/** One action of the plan and everything that happened to it. Dates are calendar days from today (minus: ago). */
export type ActionStory = {
  title: string;
  detail?: string;
  success?: string;
  priority?: Priority;
  team: TeamKey | null;
  post?: PostKey;
  /** The account that owns it and, unless a step says otherwise, acts; named on it when it exists by then. */
  owner?: AccountKey;
  partner?: TeamKey;
  supports?: readonly TeamKey[];
  start?: number;
  due?: number;
  /** Working days ago; 42 when not given. */
  made?: number;
  steps?: readonly Step[];
};

export const said = (
  at: number,
  rag: DeclarableRag,
  percent: number,
  words: UpdateWords,
  more: { by?: AccountKey; mark?: UpdateMark } = {},
): Step => ({
  does: 'UPDATE',
  at,
  rag,
  percent,
  words,
  by: more.by ?? 'OWNER',
  ...(more.mark ? { mark: more.mark } : {}),
});

export const moved = (at: number, due: number, reason: string): Step => ({
  does: 'MOVE',
  at,
  due,
  reason,
  by: 'lead',
});

export const given = (at: number, post: PostKey | null, person: AccountKey | null, reason: string): Step => ({
  does: 'ASSIGN',
  at,
  post,
  person,
  reason,
  by: 'lead',
});

export const complete = (at: number): Step => ({
  does: 'STATUS',
  at,
  status: 'AWAITING_EVIDENCE_CHECK',
  reason: '',
  by: 'OWNER',
});

export const sentBack = (at: number, reason: string): Step => ({
  does: 'STATUS',
  at,
  status: 'IN_PROGRESS',
  reason,
  by: 'lead',
});

export const cancelled = (at: number, reason: string): Step => ({
  does: 'STATUS',
  at,
  status: 'CANCELLED',
  reason,
  by: 'lead',
});

export const reopened = (at: number, reason: string): Step => ({
  does: 'STATUS',
  at,
  status: 'REOPENED',
  reason,
  by: 'lead',
});

export const closed = (at: number, reason = ''): Step => ({ does: 'CLOSE', at, reason, by: 'quality' });
