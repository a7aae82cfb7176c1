import { lastReviewOfRhythm, RHYTHM_SELECT, type Rhythm, rhythmOf } from './rhythm.ts';

/** Of a plan: its rhythm, and the latest review of the whole of it that was frozen. */
export const LAST_REVIEW_SELECT = {
  ...RHYTHM_SELECT,
  reviews: {
    where: { meeting: 'REVIEW', recommendationId: null, teamId: null, frozenAt: { not: null } },
    orderBy: { frozenAt: 'desc' },
    take: 1,
    select: { frozenAt: true },
  },
} as const;

type Reviewed = Omit<Rhythm, 'boardFirstDate'> & {
  boardFirstDate: Date | null;
  reviews: readonly { frozenAt: Date | null }[];
};

/**
 * When a plan was last reviewed: the moment at which the latest review of the whole plan was frozen; of a plan that
 * has frozen none, when its rhythm has the last.
 */
export function lastReviewIn({ reviews, ...rhythm }: Reviewed, now: Date): Date {
  return reviews[0]?.frozenAt ?? lastReviewOfRhythm(rhythmOf(rhythm), now);
}
