import type { FileRoute } from './core/file-route.ts';
import { actionsFileRoutes } from './features/actions/actions.files.ts';
import { calendarFileRoutes } from './features/calendar/calendar.files.ts';
import { evidenceFileRoutes } from './features/evidence/evidence.files.ts';
import { figureImportsFileRoutes } from './features/figure-imports/figure-imports.files.ts';
import { importsFileRoutes } from './features/imports/imports.files.ts';
import { inspectionsFileRoutes } from './features/inspections/inspections.files.ts';
import { lineageFileRoutes } from './features/lineage/lineage.files.ts';
import { packsFileRoutes } from './features/packs/packs.files.ts';
import { reportsFileRoutes } from './features/reports/reports.files.ts';
import { roomsFileRoutes } from './features/rooms/rooms.files.ts';
import { workbooksFileRoutes } from './features/workbooks/workbooks.files.ts';

/** Every route that carries bytes. The host mounts this list and nothing else; the census walks it. */
export const fileRoutes: readonly FileRoute[] = [
  ...actionsFileRoutes,
  ...calendarFileRoutes,
  ...evidenceFileRoutes,
  ...importsFileRoutes,
  ...inspectionsFileRoutes,
  ...lineageFileRoutes,
  ...packsFileRoutes,
  ...reportsFileRoutes,
  ...roomsFileRoutes,
  ...figureImportsFileRoutes,
  ...workbooksFileRoutes,
];
