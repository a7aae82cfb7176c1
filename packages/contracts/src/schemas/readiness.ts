import { z } from 'zod';
import { RECOMMENDATION_STATUSES, SUFFICIENCY_STATES } from '../words/index.ts';
import { instant, isoDateOut, postRef } from './base.ts';
import { readinessItemOut } from './packs.ts';
import { monthOut } from './recommendations.ts';

export const readinessRow = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  judgementAreas: z.array(z.string()),
  leadPost: postRef.nullable(),
  status: z.enum(RECOMMENDATION_STATUSES),
  closedAt: instant.nullable(),
  isReady: z.boolean(),
  sufficiency: z.enum(SUFFICIENCY_STATES),
  /** Accepted items that do not count any more, each with why. */
  notCounted: z.array(z.string()),
  items: z.array(readinessItemOut),
  months: z.array(monthOut),
  /** The strip in words. */
  monthsWords: z.string(),
  /** Evidence asked for and not brought yet. */
  asks: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      post: z.string(),
      dueDate: isoDateOut,
      dueWords: z.string(),
      overdue: z.boolean(),
    }),
  ),
});

export const readinessOut = z.object({
  planName: z.string(),
  /** The single honest line: "Ready except 7 items in 3 recommendations". */
  line: z.string(),
  isReady: z.boolean(),
  items: z.int(),
  /** The day from which the months are counted; null when no inspection says. */
  inspectedOn: isoDateOut.nullable(),
  recommendations: z.array(readinessRow),
  /** Oldest first, a point a week or at a freeze; today's last, worked out now. */
  trend: z.array(z.object({ takenOn: isoDateOut, items: z.int(), ready: z.int(), recommendations: z.int() })),
});

export type ReadinessOut = z.infer<typeof readinessOut>;
export type ReadinessRow = z.infer<typeof readinessRow>;
