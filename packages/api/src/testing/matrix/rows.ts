import { ACTION_ROWS } from './action-rows.ts';
import { ASSIGNMENT_ROWS } from './assignment-rows.ts';
import { CALENDAR_FILE_ROWS, CALENDAR_ROWS } from './calendar-rows.ts';
import { EVIDENCE_FILE_ROWS, EVIDENCE_ROWS } from './evidence-rows.ts';
import { FIGURE_IMPORT_FILE_ROWS, FIGURE_IMPORT_ROWS } from './figure-import-rows.ts';
import { PLAN_FILE_ROWS } from './file-rows.ts';
import { LAYOUT_ROWS } from './layout-rows.ts';
import { LINEAGE_FILE_ROWS, LINEAGE_ROWS } from './lineage-rows.ts';
import { LIST_FILE_ROWS, LIST_ROWS } from './list-rows.ts';
import type { FileRow, ProcedureRow } from './matrix-row.ts';
import { MEASURE_ROWS } from './measure-rows.ts';
import { PACK_FILE_ROWS, PACK_ROWS } from './pack-rows.ts';
import { PEOPLE_ROWS } from './people-rows.ts';
import { PLAN_ROWS } from './plan-rows.ts';
import { PLANNING_ROWS } from './planning-rows.ts';
import { PREFERENCE_ROWS } from './preference-rows.ts';
import { READINESS_ROWS } from './readiness-rows.ts';
import { REDACTION_ROWS } from './redaction-rows.ts';
import { REMINDER_ROWS } from './reminder-rows.ts';
import { REPORT_FILE_ROWS, REPORT_ROWS } from './report-rows.ts';
import { REVIEW_ROWS } from './review-rows.ts';
import { ROOM_FILE_ROWS, ROOM_ROWS } from './room-rows.ts';
import { SCREENING_ROWS } from './screening-rows.ts';
import { SNAPSHOT_ROWS } from './snapshot-rows.ts';
import { STORE_ROWS } from './store-rows.ts';
import { TEMPLATE_ROWS } from './template-rows.ts';
import { TOGETHER_ROWS } from './together-rows.ts';
import { UPDATE_LINK_ROWS } from './update-link-rows.ts';
import { VIEW_ROWS } from './view-rows.ts';
import { WORKBOOK_FILE_ROWS, WORKBOOK_ROWS } from './workbook-rows.ts';

/** Who may call what, written by hand: every procedure and every file route stands here once. */
export const ROWS: readonly ProcedureRow[] = [
  ...PLAN_ROWS,
  ...ACTION_ROWS,
  ...ASSIGNMENT_ROWS,
  ...CALENDAR_ROWS,
  ...LAYOUT_ROWS,
  ...LINEAGE_ROWS,
  ...EVIDENCE_ROWS,
  ...PACK_ROWS,
  ...PEOPLE_ROWS,
  ...REDACTION_ROWS,
  ...REMINDER_ROWS,
  ...REVIEW_ROWS,
  ...ROOM_ROWS,
  ...PLANNING_ROWS,
  ...PREFERENCE_ROWS,
  ...MEASURE_ROWS,
  ...READINESS_ROWS,
  ...SCREENING_ROWS,
  ...SNAPSHOT_ROWS,
  ...STORE_ROWS,
  ...TEMPLATE_ROWS,
  ...FIGURE_IMPORT_ROWS,
  ...WORKBOOK_ROWS,
  ...TOGETHER_ROWS,
  ...UPDATE_LINK_ROWS,
  ...VIEW_ROWS,
  ...LIST_ROWS,
  ...REPORT_ROWS,
];
export const FILE_ROWS: readonly FileRow[] = [
  ...PLAN_FILE_ROWS,
  ...EVIDENCE_FILE_ROWS,
  ...CALENDAR_FILE_ROWS,
  ...PACK_FILE_ROWS,
  ...REPORT_FILE_ROWS,
  ...ROOM_FILE_ROWS,
  ...FIGURE_IMPORT_FILE_ROWS,
  ...WORKBOOK_FILE_ROWS,
  ...LINEAGE_FILE_ROWS,
  ...LIST_FILE_ROWS,
];
