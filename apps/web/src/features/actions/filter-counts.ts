import type { RouterOutputs } from '@gt/api/types';
import type { FieldParam } from './filter-definitions.ts';

export type Facets = RouterOutputs['actions']['facets']['facets'];
type FacetField = keyof Facets;

/** Fields whose values in the address are those of the facet; "none" is its ''. */
const SAME: Partial<Record<FieldParam, FacetField>> = {
  team: 'teamIds',
  owner: 'ownerPostIds',
  person: 'ownerUserIds',
  lead: 'leadPostIds',
  partner: 'partnerTeamIds',
  supporting: 'supportingTeamIds',
  recommendation: 'recommendationIds',
  area: 'judgementAreas',
  status: 'statuses',
  rag: 'rags',
  calculated: 'calculatedRags',
  priority: 'priorities',
  acceptance: 'acceptances',
};

/** Values that have a facet, or a value of one, of their own. */
const OWN: Partial<Record<`${FieldParam}=${string}`, readonly [FacetField, string]>> = {
  'for=me': ['mine', 'true'],
  'for=my-teams': ['myTeams', 'true'],
  'assignment=open': ['unassignedOrUnaccepted', 'true'],
  'holder=none': ['orphan', 'true'],
  'rating=mismatch': ['mismatch', 'ANY'],
  'rating=unexplained': ['mismatch', 'UNEXPLAINED'],
  'due=overdue': ['due', 'OVERDUE'],
  'due=14-days': ['due', 'DUE_14'],
  'due=none': ['due', 'NO_DATE'],
  'original=past': ['pastOriginal', 'true'],
  'start=none': ['noStartDate', 'true'],
  'request=waiting': ['pendingDueDate', 'true'],
  'milestones=none': ['milestones', 'NONE'],
  'milestones=open': ['milestones', 'OPEN'],
  'milestones=late': ['milestones', 'LATE'],
  'waits=late': ['waitsForLate', 'true'],
  'evidence=none': ['evidence', 'NONE'],
  'evidence=waiting': ['evidence', 'WAITING'],
  'evidence=returned': ['evidence', 'RETURNED'],
  'evidence=accepted': ['evidence', 'ACCEPTED'],
  'evidence=expired': ['evidence', 'EXPIRED'],
  'evidence=no-impact': ['evidence', 'NO_IMPACT'],
  'check=waiting': ['waitingForCheck', 'true'],
  'measure=none': ['noMeasure', 'true'],
  'success=none': ['noSuccessMeasure', 'true'],
  'detail=none': ['noDetail', 'true'],
  'updates=silent': ['silent', 'true'],
  'updated=none': ['neverUpdated', 'true'],
  'review=marked': ['reviewMarked', 'true'],
  'following=me': ['following', 'true'],
};

/** How many actions a value of a field would leave; `undefined` where nobody counts them, or not yet. */
export function countOf(facets: Facets | undefined, param: FieldParam, value: string): number | undefined {
  const same = SAME[param];
  const [field, key] = same
    ? ([same, value === 'none' ? '' : value] as const)
    : (OWN[`${param}=${value}`] ?? [undefined, '']);
  // Nobody counts "is not empty".
  if (!facets || !field || value === 'any') return undefined;
  return facets[field]?.find((counted) => counted.value === key)?.count ?? 0;
}
