import { basename } from 'node:path';
import { isoDate } from '@gt/contracts/words';
import { screenFile } from '../screening/screen-file.ts';

/**
 * `npm run -s screen -- FILE…`: what was found in each file, as JSON, a line a file. Exit code 0 when nothing was
 * found in any of them, 1 when something was found or a file could not be screened, 2 without a file.
 */
async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) {
    process.stderr.write('Give one or more files: npm run -s screen -- FILE…\n');
    return 2;
  }
  const today = isoDate(new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }));
  let isClean = true;
  for (const path of paths) {
    try {
      const result = await screenFile(path, { fileName: basename(path), options: { today } });
      process.stdout.write(`${JSON.stringify({ file: path, ...result })}\n`);
      isClean &&= result.outcome === 'NOTHING_FOUND';
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      process.stderr.write(
        `${code === 'ENOENT' ? 'There is no such file' : `The file cannot be opened (${code})`}: ${path}\n`,
      );
      isClean = false;
    }
  }
  return isClean ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
