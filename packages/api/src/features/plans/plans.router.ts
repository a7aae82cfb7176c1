import { router } from '../../core/trpc.ts';

export const plansRouter = router({});
