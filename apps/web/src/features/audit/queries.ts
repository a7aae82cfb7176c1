import type { RouterOutputs } from '@gt/api/types';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { queryClient } from '../../lib/query-client.ts';
import { trpc, trpcClient } from '../../lib/trpc.ts';
import type { RecordKind } from './deed-words.ts';
import { ENTITY_TYPES } from './deed-words.ts';

export type AuditRow = RouterOutputs['audit']['list']['rows'][number];
export type Verdict = RouterOutputs['audit']['verify'];
export type AuditFilter = { planId: string | null; entityId: string | null; kind: RecordKind | null };

const PAGE = 50;

/** The history, newest first, a page at a time. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.audit.list.query(
        {
          planId: filter.planId,
          entityId: filter.entityId,
          entityTypes: filter.kind ? [...ENTITY_TYPES[filter.kind]] : [],
          before: pageParam,
          limit: PAGE,
        },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextBefore,
  });

/** Checking seals what is new, so the rows on screen change. */
export function refreshHistory(): void {
  void queryClient.invalidateQueries({ queryKey: ['audit', 'list'] });
}

export const verifyMutation = () => trpc.audit.verify.mutationOptions();

/** Names behind the ids in old and new values. */
export const teamNamesQuery = () => trpc.teams.list.queryOptions();
