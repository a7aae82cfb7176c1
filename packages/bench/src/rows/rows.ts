import type { Row } from '../row.ts';
import { allPlans, allPlansStatements } from './all-plans.ts';
import { apiCall, apiCpu } from './api-call.ts';
import { boardReport } from './board-report.ts';
import { bulkChange } from './bulk-change.ts';
import { calendar, calendarStatements } from './calendar.ts';
import { exportMemory, exportXlsx } from './export.ts';
import { listFiltered, listFilteredSize, listStatements } from './list-filtered.ts';
import { listNodes, listPaint, listScroll, listSort } from './list-paint.ts';
import { measures, measuresStatements } from './measures.ts';
import { packSummary } from './pack-summary.ts';
import { packThroughput } from './pack-throughput.ts';
import { pdfTable } from './pdf-table.ts';
import { position, positionFrozen, positionStatements } from './position.ts';
import { readiness } from './readiness.ts';
import { reviewKey } from './review-key.ts';
import { reviewFreeze, reviewRecord } from './reviews.ts';
import { listSize, screenQuery } from './screen-query.ts';
import { screeningBomb, screeningBombMemory, screeningSpeed, screeningWorst } from './screening.ts';
import { snapshotCompare, snapshotFreeze, snapshotSize } from './snapshots.ts';
import { uploadMemory, uploadServer, uploadStore } from './upload.ts';
import { workbook } from './workbook.ts';
import { workbookDryRun, workbookImport } from './workbook-import.ts';

export const ROWS: readonly Row[] = [
  packThroughput,
  packSummary,
  uploadStore,
  uploadServer,
  uploadMemory,
  screenQuery,
  listSize,
  listFiltered,
  listFilteredSize,
  listStatements,
  apiCall,
  apiCpu,
  workbook,
  exportXlsx,
  exportMemory,
  pdfTable,
  bulkChange,
  workbookDryRun,
  workbookImport,
  listPaint,
  listNodes,
  listSort,
  listScroll,
  snapshotFreeze,
  snapshotCompare,
  snapshotSize,
  reviewFreeze,
  reviewRecord,
  reviewKey,
  boardReport,
  readiness,
  position,
  positionFrozen,
  positionStatements,
  calendar,
  calendarStatements,
  allPlans,
  allPlansStatements,
  measures,
  measuresStatements,
  screeningSpeed,
  screeningWorst,
  screeningBomb,
  screeningBombMemory,
];
