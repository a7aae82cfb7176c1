import { readInspectionReport } from '../report/read-inspection-report.ts';
import { reportJson } from './report-json.ts';

/** `npm run -s intake:report -- FILE.pdf`: the draft as JSON, or one sentence on stderr and exit code 1. */
async function main(paths: readonly string[]): Promise<number> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    process.stderr.write('Give one file: npm run -s intake:report -- FILE.pdf\n');
    return 2;
  }
  try {
    const result = await readInspectionReport(path);
    if (result.ok) process.stdout.write(`${JSON.stringify(reportJson(result.draft), null, 1)}\n`);
    else process.stderr.write(`${result.message}\n`);
    return result.ok ? 0 : 1;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const reason = code === 'ENOENT' ? 'There is no such file' : `The file cannot be opened (${code})`;
    process.stderr.write(`${reason}: ${path}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
