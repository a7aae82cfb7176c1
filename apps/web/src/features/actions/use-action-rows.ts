import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { actionListQuery } from './queries.ts';

/**
 * The actions of a filter, fetched as they are needed. `loadUpTo(index)` fetches until that row is here and answers
 * whether it is; `loadAll(onProgress)` fetches the rest, until it is told to stop.
 */
export function useActionRows(input: Parameters<typeof actionListQuery>[0]) {
  const list = useInfiniteQuery(actionListQuery(input));
  const latest = useRef(list);
  latest.current = list;
  const first = list.data?.pages[0];
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);

  const groupKeys = useMemo(() => list.data?.pages.flatMap((page) => page.groupKeys) ?? [], [list.data]);

  const loadWhile = useCallback(async (isWanted: (loaded: number) => boolean) => {
    let result = latest.current;
    const count = () => result.data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0;
    while (result.hasNextPage && isWanted(count())) {
      const before = count();
      result = (await result.fetchNextPage({ cancelRefetch: false })) as typeof result;
      if (result.isError || count() === before) break;
    }
    return count();
  }, []);
  const loadUpTo = useCallback(
    async (index: number) => (await loadWhile((loaded) => loaded <= index)) > index,
    [loadWhile],
  );
  const loadAll = useCallback(
    async (onProgress: (loaded: number) => boolean) => {
      await loadWhile(onProgress);
      return latest.current.data?.pages.flatMap((page) => page.rows) ?? [];
    },
    [loadWhile],
  );
  const onNearEnd = useCallback(() => {
    const { hasNextPage, isFetchingNextPage, fetchNextPage } = latest.current;
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, []);
  return { list, first, rows, groupKeys, loadUpTo, loadAll, onNearEnd };
}

export type ActionRows = ReturnType<typeof useActionRows>;
