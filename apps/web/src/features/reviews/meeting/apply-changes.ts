import type { AgendaItem, Review, ReviewChanges } from '../queries.ts';

/** The later of two of the same thing: an answer may come after one that was given later. */
function later(known: AgendaItem, told: AgendaItem): AgendaItem {
  return told.version < known.version ? known : told;
}

/**
 * A review with what changed put in. What stayed as it was stays the same object, so that only what changed is drawn
 * again; an answer that is older than what is known already changes nothing.
 */
export function applyChanges(review: Review, changes: ReviewChanges): Review {
  if (changes.asOf < review.asOf) return review;
  const { agenda: told, isWhole, ...head } = changes;
  const known = new Map(review.agenda.map((item) => [item.id, item]));
  if (isWhole) {
    const agenda = told.map((item) => {
      const before = known.get(item.id);
      return before ? later(before, item) : item;
    });
    return { ...head, agenda };
  }
  if (told.length === 0) return { ...head, agenda: review.agenda };
  const byId = new Map(told.map((item) => [item.id, item]));
  const agenda = review.agenda.map((item) => {
    const changed = byId.get(item.id);
    return changed ? later(item, changed) : item;
  });
  const added = told.filter(({ id }) => !known.has(id));
  return {
    ...head,
    agenda: added.length > 0 ? [...agenda, ...added].sort((a, b) => a.position - b.position) : agenda,
  };
}

/** A review with one item as a write answered it. */
export function withItem(review: Review, item: AgendaItem): Review {
  if (!review.agenda.some(({ id }) => id === item.id)) {
    return { ...review, agenda: [...review.agenda, item].sort((a, b) => a.position - b.position) };
  }
  return {
    ...review,
    agenda: review.agenda.map((known) => (known.id === item.id ? later(known, item) : known)),
  };
}
