import { router } from '../../core/trpc.ts';

export const planningRouter = router({});
