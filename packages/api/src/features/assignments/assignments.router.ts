import { router } from '../../core/trpc.ts';

export const assignmentsRouter = router({});
