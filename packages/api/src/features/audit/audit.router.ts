import { router } from '../../core/trpc.ts';

export const auditRouter = router({});
