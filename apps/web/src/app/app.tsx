import { UiProvider } from '@gt/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { cspNonce } from '../lib/csp-nonce.ts';
import { queryClient } from '../lib/query-client.ts';
import { router } from './router.ts';

export function App() {
  return (
    <UiProvider nonce={cspNonce()}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>
  );
}
