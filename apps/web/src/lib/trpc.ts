import type { AppRouter } from '@gt/api/types';
import { createTRPCClient, httpBatchLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { ownHeaders } from './activity.ts';
import { immediateLink } from './immediate-link.ts';
import { queryClient } from './query-client.ts';

/**
 * Calls without a cache, for the rare place outside React. Calls of one moment travel together, at most ten: the server
 * refuses more. One marked `isAlone` waits for no other, nor for what is drawn next.
 */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ context }) => context.isAlone === true,
      true: immediateLink,
      false: httpBatchLink({
        url: '/trpc',
        maxItems: 10,
        headers: ({ opList }) => ownHeaders(opList.every(({ context }) => context.isBackground === true)),
      }),
    }),
  ],
});

/**
 * Options for TanStack Query, typed by the API's router. Features wrap these in their `queries.ts`:
 * `trpc.actions.list.queryOptions({ planId })`, `trpc.actions.assign.mutationOptions()`.
 */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
