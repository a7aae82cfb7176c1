import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isoDate } from '@gt/contracts/words';
import { planWorkbook } from '@gt/domain/workbook';
import { readWorkbookStream, WORKBOOK_MAX_BYTES } from '../workbook/read-workbook-stream.ts';

/**
 * `npm run -s intake:plan -- FILE.xlsx`: every row of the workbook with what becomes of it, as JSON, or one sentence on
 * stderr and exit code 1. Recommendations, people and posts are not looked up: that takes a plan.
 */
async function main(paths: readonly string[]): Promise<number> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    process.stderr.write('Give one file: npm run -s intake:plan -- FILE.xlsx\n');
    return 2;
  }
  try {
    const { size } = await stat(path);
    if (size > WORKBOOK_MAX_BYTES) {
      process.stderr.write(
        `This file is larger than ${WORKBOOK_MAX_BYTES / 1024 / 1024} MB, the most that is read.\n`,
      );
      return 1;
    }
    const result = await readWorkbookStream(async () => createReadStream(path));
    if (!result.ok) {
      process.stderr.write(`${result.message}\n`);
      return 1;
    }
    const today = isoDate(new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }));
    const { columns, rows, totals, notes } = planWorkbook(result.grid, { chosen: {}, remembered: {} }, today);
    const json = {
      totals,
      mapping: columns,
      notes,
      rows: rows.map(({ kind, ...row }) => ({ ...row, outcome: kind })),
    };
    process.stdout.write(`${JSON.stringify(json, null, 1)}\n`);
    return 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const reason = code === 'ENOENT' ? 'There is no such file' : `The file cannot be opened (${code})`;
    process.stderr.write(`${reason}: ${path}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
