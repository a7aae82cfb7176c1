import type { QueryKey } from '@tanstack/react-query';
import type { News } from './live-message.ts';

/** Which features show a kind of record; those that show actions show nearly everything. */
const SHOWN_BY: Record<string, readonly string[]> = {
  ACTION: [
    'actions',
    'assignments',
    'dashboard',
    'planning',
    'recommendations',
    'measures',
    'readiness',
    'reminders',
    'updates',
    'calendar',
  ],
  PROGRESS_UPDATE: ['updates', 'reminders', 'updateLinks', 'actions', 'dashboard', 'recommendations'],
  UPDATE_LINK: ['updateLinks'],
  COMMENT: ['comments', 'actions'],
  MILESTONE: ['planning', 'actions', 'recommendations', 'calendar'],
  DUE_DATE_REQUEST: ['planning', 'actions'],
  EVIDENCE: [
    'evidence',
    'readiness',
    'asks',
    'closure',
    'enquiries',
    'screening',
    'actions',
    'dashboard',
    'packs',
    'recommendations',
  ],
  MEASURE: ['measures', 'actions', 'dashboard', 'packs', 'recommendations'],
  RECOMMENDATION: [
    'recommendations',
    'lineage',
    'readiness',
    'asks',
    'closure',
    'enquiries',
    'actions',
    'dashboard',
  ],
  LINE_OF_ENQUIRY: ['enquiries'],
  CLOCK_GATE: ['calendar'],
  WINDOW_ASSUMPTION: ['calendar'],
  PLAN_DATE: ['calendar'],
  LINEAGE_LINK: ['lineage'],
  EARLIER_INSPECTION: ['lineage'],
  EARLIER_RECOMMENDATION: ['lineage'],
  PLAN: ['plans', 'dashboard', 'actions', 'planning', 'reminders', 'calendar'],
  INSPECTION: ['inspections', 'plans', 'dashboard', 'calendar'],
  STATUTORY_CLOCK: ['plans', 'inspections', 'dashboard', 'reports', 'calendar'],
  REPORT: ['reports'],
  EVIDENCE_VERSION: ['screening'],
  SNAPSHOT: ['snapshots', 'reports'],
  PACK: ['packs'],
  // A meeting that is open puts changes in by itself; what is asked again are lists and what is known of an item.
  REVIEW: ['reviews', 'reminders', 'calendar'],
  SAVED_VIEW: ['views'],
};
const EVERYTHING = [...new Set(Object.values(SHOWN_BY).flat())];

type Input = { planId?: unknown; actionId?: unknown };

/** The input of a query by its key: as the client of the api writes it, or as the features' own lists do. */
function inputOf(key: QueryKey): Input {
  const second = key[1] as { input?: Input; pages?: Input } | undefined;
  return second?.input ?? second?.pages ?? (second as Input | undefined) ?? {};
}

/**
 * Whether the answer to a query may be another one after what is told: by feature, by plan, and for a query about one
 * action by that action.
 */
export function isStaleAfter(key: QueryKey, news: readonly News[]): boolean {
  const feature = Array.isArray(key[0]) ? String(key[0][0]) : '';
  if (!EVERYTHING.includes(feature)) return false;
  const { planId, actionId } = inputOf(key);
  return news.some(({ kinds, actionIds, planId: changedPlan }) => {
    if (typeof planId === 'string' && planId !== changedPlan) return false;
    const isNamed = actionIds !== null && actionIds.length > 0 && kinds.length > 0;
    if (isNamed && typeof actionId === 'string' && !actionIds.includes(actionId)) return false;
    return kinds.length === 0 || kinds.some((kind) => (SHOWN_BY[kind] ?? EVERYTHING).includes(feature));
  });
}
