import { describe, expect, test } from 'vitest';
import { fileRoutes } from './file-routes.ts';
import { ACTION_ROWS } from './testing/matrix/action-rows.ts';
import { ASSIGNMENT_ROWS } from './testing/matrix/assignment-rows.ts';
import {
  EVIDENCE_FILE_ROWS,
  EVIDENCE_ROWS,
  EVIDENCE_TO_RECOMMENDATION,
} from './testing/matrix/evidence-rows.ts';
import { PLAN_FILE_ROWS } from './testing/matrix/file-rows.ts';
import { LAYOUT_ROWS } from './testing/matrix/layout-rows.ts';
import { LIST_FILE_ROWS, LIST_ROWS } from './testing/matrix/list-rows.ts';
import type { FileRow, ProcedureRow } from './testing/matrix/matrix-row.ts';
import { MEASURE_REDACTION_ROW, MEASURE_ROWS } from './testing/matrix/measure-rows.ts';
import { PACK_FILE_ROWS, PACK_ROWS } from './testing/matrix/pack-rows.ts';
import { PEOPLE_ROWS } from './testing/matrix/people-rows.ts';
import { PLAN_ROWS } from './testing/matrix/plan-rows.ts';
import { PLANNING_ROWS } from './testing/matrix/planning-rows.ts';
import { PREFERENCE_ROWS } from './testing/matrix/preference-rows.ts';
import { READINESS_ROWS } from './testing/matrix/readiness-rows.ts';
import { REDACTION_REQUEST_ROWS, REDACTION_ROWS } from './testing/matrix/redaction-rows.ts';
import { REMINDER_ROWS } from './testing/matrix/reminder-rows.ts';
import { REPORT_FILE_ROWS, REPORT_REDACTION_ROW, REPORT_ROWS } from './testing/matrix/report-rows.ts';
import { REVIEW_ROWS } from './testing/matrix/review-rows.ts';
import { ROOM_FILE_ROWS, ROOM_ROWS } from './testing/matrix/room-rows.ts';
import { SCREENING_ROWS } from './testing/matrix/screening-rows.ts';
import { SNAPSHOT_ROWS } from './testing/matrix/snapshot-rows.ts';
import { STORE_ROWS } from './testing/matrix/store-rows.ts';
import { TEMPLATE_ROWS } from './testing/matrix/template-rows.ts';
import { COMMENT_REDACTION_ROW, TOGETHER_ROWS } from './testing/matrix/together-rows.ts';
import { PROCEDURES, tryRow } from './testing/matrix/try-cell.ts';
import { UPDATE_LINK_ROWS } from './testing/matrix/update-link-rows.ts';
import { VIEW_ROWS } from './testing/matrix/view-rows.ts';
import { WORKBOOK_FILE_ROWS, WORKBOOK_ROWS } from './testing/matrix/workbook-rows.ts';
import { startWorld } from './testing/matrix/world.ts';

const ROWS: readonly ProcedureRow[] = [
  ...PLAN_ROWS,
  ...ACTION_ROWS,
  ...ASSIGNMENT_ROWS,
  ...LAYOUT_ROWS,
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
  ...WORKBOOK_ROWS,
  ...TOGETHER_ROWS,
  ...UPDATE_LINK_ROWS,
  ...VIEW_ROWS,
  ...LIST_ROWS,
  ...REPORT_ROWS,
];
const FILE_ROWS: readonly FileRow[] = [
  ...PLAN_FILE_ROWS,
  ...EVIDENCE_FILE_ROWS,
  ...PACK_FILE_ROWS,
  ...REPORT_FILE_ROWS,
  ...ROOM_FILE_ROWS,
  ...WORKBOOK_FILE_ROWS,
  ...LIST_FILE_ROWS,
];

const world = await startWorld();

describe('census', () => {
  test('every procedure has one row, and every row its procedure', () => {
    expect(ROWS.map((row) => row.path).sort()).toEqual(Object.keys(PROCEDURES).sort());
  });

  test('every file route has one row, and every row its file route', () => {
    const routes = fileRoutes.map((route) => `${route.method} ${route.path}`);
    expect(FILE_ROWS.map((row) => row.path).sort()).toEqual(routes.sort());
  });

  test.each(Object.entries(PROCEDURES))(
    '%s declares who may call it and what it answers',
    (_path, { _def }) => {
      expect(_def.meta?.permission).toBeTruthy();
      expect(_def.meta?.permission).not.toBe('public');
      expect(_def.output, 'output schema').toBeTruthy();
    },
  );
});

describe('who may', () => {
  test.each([
    ...ROWS,
    EVIDENCE_TO_RECOMMENDATION,
    ...REDACTION_REQUEST_ROWS,
    COMMENT_REDACTION_ROW,
    MEASURE_REDACTION_ROW,
    REPORT_REDACTION_ROW,
  ])('$path', async (row) => {
    const found = await tryRow(world, row, PROCEDURES[row.path]?._def.type === 'mutation');
    expect(found.strange).toEqual([]);
    expect(inOrder(found.may)).toEqual(inOrder(row.may));
  });

  test.each(FILE_ROWS)('$path', async (row) => {
    const found = await tryRow(world, row, row.leavesAudit ?? row.path.startsWith('POST'));
    expect(found.strange).toEqual([]);
    expect(inOrder(found.may)).toEqual(inOrder(row.may));
  });
});

function inOrder(may: ProcedureRow['may']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(may).map(([on, columns]) => [on, [...columns].sort()]));
}
