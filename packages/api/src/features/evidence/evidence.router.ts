import { router } from '../../core/trpc.ts';

export const evidenceRouter = router({});
