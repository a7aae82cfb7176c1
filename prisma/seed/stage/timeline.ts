import type { Moment } from './stage.ts';

/** Something of the story, `ago` so many working days; `rank` orders what falls on the same day. */
export type StoryEvent = { ago: number; rank: number; play: (moment: Moment) => Promise<unknown> };

const FIRST_MINUTE = 15;
const WORKING_MINUTES = 440;

/**
 * Plays events day by day, so that history, ledgers and audit come out in the order of the days. What falls on one
 * day is spread over it in equal steps, between a quarter past nine and half past four.
 */
export async function playTimeline(events: readonly StoryEvent[]): Promise<void> {
  const inOrder = events.toSorted((a, b) => b.ago - a.ago || a.rank - b.rank);
  for (const ago of new Set(inOrder.map((event) => event.ago))) {
    const day = inOrder.filter((event) => event.ago === ago);
    for (const [index, event] of day.entries()) {
      await event.play({ ago, minute: FIRST_MINUTE + Math.floor((index * WORKING_MINUTES) / day.length) });
    }
  }
}

/** What comes first on one day: the action, its proof, what is said of it, the checks, and the review of it all. */
export const RANK = { people: 0, action: 1, evidence: 2, step: 3, check: 4, close: 5, review: 6 } as const;
