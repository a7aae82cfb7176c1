import { router } from '../../core/trpc.ts';

export const recommendationsRouter = router({});
