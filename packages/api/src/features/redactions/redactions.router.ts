import { router } from '../../core/trpc.ts';

export const redactionsRouter = router({});
