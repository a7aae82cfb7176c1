import { holds } from '@gt/domain/authz';
import { useQuery } from '@tanstack/react-query';
import { useUser } from '../../lib/session.ts';
import { trpc } from '../../lib/trpc.ts';
import type { PaletteEntry } from './palette-entries.ts';

/** Fewer letters than this find half the plan. */
const LEAST_LETTERS = 2;
const MOST_FOUND = 8;

/** What the server finds for typed words among the plan's actions; `isLooking` until it has answered. */
export function useSearchEntries(
  planId: string | undefined,
  words: string,
  open: (actionId: string) => void,
): { found: PaletteEntry[]; isLooking: boolean; error: unknown } {
  const { roles } = useUser();
  const enabled = planId !== undefined && words.length >= LEAST_LETTERS && holds(roles, 'action.read');
  const { data, isFetching, error } = useQuery({
    ...trpc.actions.list.queryOptions({
      planId: planId ?? '',
      filter: { q: words },
      page: { limit: MOST_FOUND },
    }),
    enabled,
    placeholderData: (before) => before,
  });
  const found = (enabled ? (data?.rows ?? []) : []).map(({ id, reference, title, team }) => ({
    key: `action: ${id}`,
    group: 'Actions',
    words: `${reference} ${title}`,
    note: team?.name,
    run: () => open(id),
  }));
  return { found, isLooking: enabled && isFetching, error };
}
