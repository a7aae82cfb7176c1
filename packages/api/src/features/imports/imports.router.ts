import { router } from '../../core/trpc.ts';

export const importsRouter = router({});
