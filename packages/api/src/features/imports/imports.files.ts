import type { FileRoute } from '../../core/file-route.ts';

export const importsFileRoutes: FileRoute[] = [];
