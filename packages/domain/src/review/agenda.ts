import type { AgendaSection, DeliveryStatus, IsoDate, Priority, Rag } from '@gt/contracts/words';
import { AGENDA_SECTIONS, PRIORITIES } from '@gt/contracts/words';
import { addDays } from '../calendar/index.ts';
import { type CalculatedRag, RAG_BY_URGENCY } from '../rag/index.ts';
import { isCopyPaste } from '../update/index.ts';

/** What decides whether an action is on the agenda, and where. */
export type AgendaAction = {
  id: string;
  recommendationNumber: number;
  number: number;
  status: DeliveryStatus;
  priority: Priority;
  dueDate: IsoDate | null;
  /** The colour that is shown, the day since when, and the one that follows from the rule. */
  rag: Rag;
  ragSince: IsoDate | null;
  calculated: Pick<CalculatedRag, 'rag' | 'reasons'>;
  /** The colour in the last snapshot; null when it was in none. */
  ragBefore: Rag | null;
  isSilent: boolean;
  /** The day from which silence is counted. */
  silentSince: IsoDate;
  /** Percent of its newest update that repeats the one before. */
  sameAsLast: number | null;
  /** Whether evidence of it is asked for and was not brought yet. */
  isAsked: boolean;
  /** Whether anything of it changed since the last review. */
  isChanged: boolean;
  /** Somebody wants it looked at: marked for the review, put on the agenda by hand, or parked last time. */
  isAdded: boolean;
};

/** A decision that is still open. */
export type AgendaDecision = { id: string; reviewNumber: number; number: number; dueDate: IsoDate | null };

export type AgendaEntry = {
  actionId: string | null;
  decisionId: string | null;
  section: AgendaSection;
  /** Every section that it belongs to, in the agenda's order. */
  sections: AgendaSection[];
};

type Day = { today: IsoDate; dueSoonDays: number };

/**
 * The agenda of a review: first the decisions that were carried over, then each action once, under the first section
 * that it belongs to. Within a section the worst and the longest come first; among equals the more urgent, then the
 * order of references.
 *
 * | section | an action belongs to it when |
 * |---|---|
 * | OVERDUE | it is open and its due date has passed |
 * | RED_AMBER | it is shown red or amber, or the rule says so for more than silence or a past date, which have a section |
 * | MOVED_RAG | its colour is another than in the last snapshot |
 * | SILENT | nothing was said for longer than the plan allows |
 * | COPY_PASTE | its newest update repeats the one before |
 * | ASKED | a post is asked for evidence of it by a day |
 * | CHANGED | anything of it changed since the last review |
 * | DUE_NEXT | it is due within the plan's "due soon" |
 * | ADDED | somebody wants it looked at |
 *
 * What is finished is on it only if it changed since the last review, or if somebody asks for it or its evidence.
 * Source: the weekly review walks what matters, exceptions first.
 * Example: an action that is red and 6 days overdue stands under OVERDUE with both sections.
 */
export function agendaOf(
  decisions: readonly AgendaDecision[],
  actions: readonly AgendaAction[],
  day: Day,
): AgendaEntry[] {
  const placed = actions.flatMap((action) => {
    const sections = sectionsOf(action, day);
    const [section] = sections;
    return section ? [{ action, section, sections }] : [];
  });
  const ofActions = AGENDA_SECTIONS.flatMap((section) =>
    placed
      .filter((one) => one.section === section)
      .sort((one, other) => compare(section, one.action, other.action)),
  );
  return [
    ...[...decisions].sort(compareDecisions).map(({ id }) => ({
      actionId: null,
      decisionId: id,
      section: 'DECISIONS' as const,
      sections: ['DECISIONS' as const],
    })),
    ...ofActions.map(({ action, section, sections }) => ({
      actionId: action.id,
      decisionId: null,
      section,
      sections,
    })),
  ];
}

function sectionsOf(action: AgendaAction, { today, dueSoonDays }: Day): AgendaSection[] {
  const { status, dueDate } = action;
  const isFinished = status === 'CLOSED' || status === 'CANCELLED';
  const isMoved = action.ragBefore !== null && action.ragBefore !== action.rag;
  const found: Partial<Record<AgendaSection, boolean>> = isFinished
    ? { MOVED_RAG: isMoved && action.isChanged }
    : {
        OVERDUE: dueDate !== null && dueDate < today,
        RED_AMBER: action.rag === 'RED' || action.rag === 'AMBER' || ruleSaysMore(action),
        MOVED_RAG: isMoved,
        SILENT: action.isSilent,
        COPY_PASTE: isCopyPaste(action.sameAsLast),
        DUE_NEXT: dueDate !== null && dueDate >= today && dueDate <= addDays(today, dueSoonDays),
      };
  const all = { ...found, ASKED: action.isAsked, CHANGED: action.isChanged, ADDED: action.isAdded };
  return AGENDA_SECTIONS.filter((section) => section in all && all[section as keyof typeof all]);
}

/** Something of the rule has fired that no other section tells of: a late milestone, a date that moved too often. */
function ruleSaysMore({ calculated }: AgendaAction): boolean {
  return calculated.reasons.some(({ code }) => code !== 'SILENT' && code !== 'PAST_DUE');
}

type Rank = (action: AgendaAction) => string | number;

const urgencyOf = (rag: Rag) => RAG_BY_URGENCY.indexOf(rag);
/** Days as text sort as they are; whatever has none comes last. */
const LAST = '9999-12-31';

/** What comes first in each section: the smaller values do. */
const RANKS: Partial<Record<AgendaSection, readonly Rank[]>> = {
  OVERDUE: [({ dueDate }) => dueDate ?? LAST],
  RED_AMBER: [
    ({ rag, calculated }) => Math.min(urgencyOf(rag), urgencyOf(calculated.rag)),
    ({ rag }) => urgencyOf(rag),
    ({ ragSince }) => ragSince ?? LAST,
  ],
  MOVED_RAG: [
    ({ rag }) => urgencyOf(rag),
    ({ ragBefore }) => (ragBefore === null ? 9 : urgencyOf(ragBefore)),
  ],
  SILENT: [({ silentSince }) => silentSince],
  COPY_PASTE: [({ sameAsLast }) => -(sameAsLast ?? 0)],
  DUE_NEXT: [({ dueDate }) => dueDate ?? LAST],
};

const AMONG_EQUALS: readonly Rank[] = [
  ({ priority }) => PRIORITIES.indexOf(priority),
  ({ recommendationNumber }) => recommendationNumber,
  ({ number }) => number,
];

function compare(section: AgendaSection, one: AgendaAction, other: AgendaAction): number {
  for (const rank of [...(RANKS[section] ?? []), ...AMONG_EQUALS]) {
    const [mine, theirs] = [rank(one), rank(other)];
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return 0;
}

/** Those whose day comes first, then in the order in which they were made. */
function compareDecisions(one: AgendaDecision, other: AgendaDecision): number {
  const [mine, theirs] = [one.dueDate ?? LAST, other.dueDate ?? LAST];
  if (mine !== theirs) return mine < theirs ? -1 : 1;
  return one.reviewNumber - other.reviewNumber || one.number - other.number;
}
