/**
 * The ways of looking at a plan that everybody is given, in the words of the address of the plan's table (see
 * lib/plan-actions-search.ts of the web). Their ids are part of addresses that people keep: they stay.
 */
export const READY_VIEWS: readonly { id: string; name: string; search: Record<string, string> }[] = [
  { id: 'my-actions', name: 'My actions', search: { for: 'me', sort: 'dueDate' } },
  { id: 'my-team', name: 'My team', search: { for: 'my-teams', sort: 'dueDate' } },
  { id: 'overdue', name: 'Overdue', search: { due: 'overdue', sort: 'dueDate' } },
  { id: 'due-in-14-days', name: 'Due in 14 days', search: { due: '14-days', sort: 'dueDate' } },
  { id: 'silent', name: 'Silent for 14 days', search: { updates: 'silent', sort: 'lastUpdateAt' } },
  { id: 'no-evidence', name: 'No evidence', search: { evidence: 'none' } },
  {
    id: 'changed-since-review',
    name: 'Changed since last review',
    search: { changed: 'since-review', sort: '-lastUpdateAt' },
  },
  { id: 'waiting-for-check', name: 'Waiting for check', search: { check: 'waiting' } },
  { id: 'unassigned', name: 'Unassigned or not accepted', search: { assignment: 'open' } },
  { id: 'challenge', name: 'Challenge', search: { rating: 'unexplained' } },
];
