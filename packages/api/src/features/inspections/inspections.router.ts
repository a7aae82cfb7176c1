import { router } from '../../core/trpc.ts';

export const inspectionsRouter = router({});
