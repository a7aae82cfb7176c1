import { z } from 'zod';
import { actionFilter, searchText } from './action-filter.ts';
import { id } from './base.ts';

/** Fields of the filter that counts are given for; each bears the name it has in the filter. */
export const FACET_FIELDS = [
  'teamIds',
  'ownerPostIds',
  'ownerUserIds',
  'leadPostIds',
  'partnerTeamIds',
  'supportingTeamIds',
  'recommendationIds',
  'judgementAreas',
  'statuses',
  'rags',
  'calculatedRags',
  'priorities',
  'acceptances',
  'due',
  'evidence',
  'milestones',
  'mismatch',
  'pastOriginal',
  'noStartDate',
  'noSuccessMeasure',
  'noDetail',
  'neverUpdated',
  'silent',
  'orphan',
  'pendingDueDate',
  'waitsForLate',
  'noMeasure',
  'mine',
  'myTeams',
  'following',
  'reviewMarked',
  'waitingForCheck',
  'unassignedOrUnaccepted',
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

export const actionFacetsInput = z.object({
  planId: id,
  filter: actionFilter.default({}),
  /** The fields that counts are wanted for; all when absent. Each costs a little. */
  fields: z.array(z.enum(FACET_FIELDS)).min(1).optional(),
});

/**
 * How many actions each value of each field would leave, with all other fields of the filter as they are: what a
 * person would see on choosing it. Value '' is "is empty" of fields that hold one record; 'true' is of yes-or-no
 * fields. Values that would leave nothing are not there.
 */
export const actionFacetsOutput = z.object({
  facets: z.partialRecord(z.enum(FACET_FIELDS), z.array(z.object({ value: z.string(), count: z.int() }))),
});

export const FOUND_KINDS = [
  'ACTION',
  'RECOMMENDATION',
  'EVIDENCE',
  'MEASURE',
  'TEAM',
  'POST',
  'PERSON',
] as const;

/** Without a plan, of all plans. */
export const actionSearchInput = z.object({ planId: id.optional(), q: searchText });

/** What fits some words or a reference, best first, twenty at most and only what the person may see. */
export const actionSearchOutput = z.object({
  items: z.array(
    z.object({
      kind: z.enum(FOUND_KINDS),
      id: z.string(),
      /** The plan it belongs to; null for teams, posts and people. */
      planId: z.string().nullable(),
      /** "R3.A2", "R3", "E12", "M4"; '' for teams, posts and people. */
      reference: z.string(),
      title: z.string(),
      /** A word about it: status and team of an action, holder of a post. */
      about: z.string(),
    }),
  ),
});

export type ActionFacetsInput = z.infer<typeof actionFacetsInput>;
export type ActionFacetsOut = z.infer<typeof actionFacetsOutput>;
export type ActionSearchInput = z.infer<typeof actionSearchInput>;
export type ActionSearchOut = z.infer<typeof actionSearchOutput>;
