import type { FileRoute } from '../../core/file-route.ts';

export const packsFileRoutes: FileRoute[] = [];
