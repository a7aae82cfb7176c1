import type { AppRouter } from '@gt/api/types';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { ownHeaders } from './activity.ts';

import { queryClient } from './query-client.ts';

/** Calls without a cache, for the rare place outside React. */
export const trpcClient = createTRPCClient<AppRouter>({
  // The server refuses batches of more than ten calls.
  links: [
    httpBatchLink({
      url: '/trpc',
      maxItems: 10,
      headers: ({ opList }) => ownHeaders(opList.every(({ context }) => context.isBackground === true)),
    }),
  ],
});

/**
 * Options for TanStack Query, typed by the API's router. Features wrap these in their `queries.ts`:
 * `trpc.actions.list.queryOptions({ planId })`, `trpc.actions.assign.mutationOptions()`.
 */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
