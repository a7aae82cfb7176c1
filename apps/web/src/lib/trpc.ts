import type { AppRouter } from '@gt/api/types';
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { ownHeaders } from './activity.ts';

import { queryClient } from './query-client.ts';

const url = '/trpc';

/**
 * Calls without a cache, for the rare place outside React. Calls of one moment travel together; one marked `isAlone`
 * leaves at once and waits for no other.
 */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ context }) => context.isAlone === true,
      true: httpLink({ url, headers: ({ op }) => ownHeaders(op.context.isBackground === true) }),
      false: httpBatchLink({
        url,
        // The server refuses batches of more than ten calls.
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
