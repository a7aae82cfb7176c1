import { router } from '../../core/trpc.ts';

export const measuresRouter = router({});
