import { router } from '../../core/trpc.ts';

export const updateLinksRouter = router({});
