import type { AppRouter } from '@gt/api/types';
import { createTRPCClient, httpBatchLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { ownHeaders } from './activity.ts';

import { queryClient } from './query-client.ts';

/** The server refuses batches of more than ten calls. */
const linkOf = (maxItems: number) =>
  httpBatchLink({
    url: '/trpc',
    maxItems,
    headers: ({ opList }) => ownHeaders(opList.every(({ context }) => context.isBackground === true)),
  });

/**
 * Calls without a cache, for the rare place outside React. Calls of one moment travel together; one marked `isAlone`
 * waits for no other.
 */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({ condition: ({ context }) => context.isAlone === true, true: linkOf(1), false: linkOf(10) }),
  ],
});

/**
 * Options for TanStack Query, typed by the API's router. Features wrap these in their `queries.ts`:
 * `trpc.actions.list.queryOptions({ planId })`, `trpc.actions.assign.mutationOptions()`.
 */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
