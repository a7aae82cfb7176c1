import type { FileRoute } from '../../core/file-route.ts';

export const inspectionsFileRoutes: FileRoute[] = [];
