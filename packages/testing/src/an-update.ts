import type { DeclarableRag, IsoDate } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import { TODAY } from './clock.ts';

/** A progress update as a person posts it, with its author and day. */
export type UpdateFacts = {
  id: string;
  actionId: string;
  authorId: string;
  onBehalfOfId: string | null;
  whatHappened: string;
  difference: string;
  inTheWay: string;
  next: string;
  rag: DeclarableRag;
  ragReason: string;
  percentComplete: number;
  postedOn: IsoDate;
};

export type UpdateBuilder = {
  rated(rag: DeclarableRag, ragReason?: string): UpdateBuilder;
  daysAgo(days: number): UpdateBuilder;
  by(authorId: string, onBehalfOfId?: string): UpdateBuilder;
  with(facts: Partial<UpdateFacts>): UpdateBuilder;
  build(): UpdateFacts;
};

/** A Green update of two days ago with all four texts. */
export function anUpdate(today: IsoDate = TODAY): UpdateBuilder {
  const facts: UpdateFacts = {
    id: 'update-1',
    actionId: 'action-3-2',
    authorId: 'user-head-of-fostering-holder-1',
    onBehalfOfId: null,
    whatHappened: 'Two panels sat and approved three households.',
    difference: 'Three sibling groups can now stay together.',
    inTheWay: 'Medical reports take seven weeks.',
    next: 'Open evening on the first Thursday of the month.',
    rag: 'GREEN',
    ragReason: '',
    percentComplete: 40,
    postedOn: addDays(today, -2),
  };
  return builder(facts, today);
}

function builder(facts: UpdateFacts, today: IsoDate): UpdateBuilder {
  const next = (change: Partial<UpdateFacts>) => builder({ ...facts, ...change }, today);
  return {
    rated: (rag, ragReason = 'Medical reports are late') => next({ rag, ragReason }),
    daysAgo: (days) => next({ postedOn: addDays(today, -days) }),
    by: (authorId, onBehalfOfId) => next({ authorId, onBehalfOfId: onBehalfOfId ?? null }),
    with: next,
    build: () => ({ ...facts }),
  };
}
