import { router } from '../../core/trpc.ts';

export const dashboardRouter = router({});
