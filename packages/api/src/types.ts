/** Types for the web; nothing here exists at run time. */
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from './root-router.ts';

export type { ActionByLinkOut, UpdateLinkViewOut } from '@gt/contracts/schemas';
export type { AppRouter };
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
