import { describe, expect, test } from 'vitest';
import { fileRoutes } from './file-routes.ts';
import { EVIDENCE_TO_RECOMMENDATION } from './testing/matrix/evidence-rows.ts';
import { LINEAGE_REDACTION_ROWS } from './testing/matrix/lineage-rows.ts';
import type { ProcedureRow } from './testing/matrix/matrix-row.ts';
import { FIGURE_COMMENT_REDACTION_ROW, MEASURE_REDACTION_ROW } from './testing/matrix/measure-rows.ts';
import { REDACTION_REQUEST_ROWS } from './testing/matrix/redaction-rows.ts';
import { REPORT_REDACTION_ROW } from './testing/matrix/report-rows.ts';
import { FILE_ROWS, ROWS } from './testing/matrix/rows.ts';
import { COMMENT_REDACTION_ROW } from './testing/matrix/together-rows.ts';
import { PROCEDURES, tryRow } from './testing/matrix/try-cell.ts';
import { startWorld } from './testing/matrix/world.ts';

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
    FIGURE_COMMENT_REDACTION_ROW,
    REPORT_REDACTION_ROW,
    ...LINEAGE_REDACTION_ROWS,
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
