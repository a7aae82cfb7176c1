#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { measureRow } from './measure-row.ts';
import { exitCodeOf, tableOf } from './report.ts';
import type { Result, Row } from './row.ts';
import { ROWS } from './rows/rows.ts';
import { openStage, type Stage } from './stage/stage.ts';

const HELP = `npm run bench [-- [--json] [--full | --megabytes N] [NAME …]]
  --json  one JSON line a row: name, measure, value, bar, ok (true, false, "void", "skipped"), aa
  --full  throughput at 1 GB instead of 200 MB; --megabytes says another size
Exit code 1: a row falls short of its bar. 3: a row is void, because the machine was too restless.
Rows: ${ROWS.map((row) => row.name).join(', ')}
`;

async function runRow(row: Row, stage: Stage, progress: (words: string) => void): Promise<Result> {
  progress('getting ready');
  const prepared = await row.prepare(stage);
  if ('skipped' in prepared) {
    const { name, measure } = row;
    const bar = 'cost' in row.bar ? row.bar.cost : row.bar.speed;
    return { name, measure, value: null, bar, ok: 'skipped', aa: null, why: prepared.skipped };
  }
  try {
    return await measureRow(row, prepared, progress);
  } finally {
    await prepared.dispose();
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      full: { type: 'boolean' },
      megabytes: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const unknown = positionals.filter((name) => !ROWS.some((row) => row.name === name));
  if (values.help || unknown.length > 0) {
    if (unknown.length > 0) process.stderr.write(`There is no row called ${unknown.join(', ')}.\n`);
    process.stderr.write(HELP);
    return unknown.length > 0 ? 2 : 0;
  }
  const rows = positionals.length > 0 ? ROWS.filter((row) => positionals.includes(row.name)) : ROWS;
  const stage = await openStage({ megabytes: sizeOf(values), env: process.env });
  const results: Result[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stage.close().finally(() => process.exit(130)));
  }
  try {
    for (const [index, row] of rows.entries()) {
      const at = `${index + 1}/${rows.length} ${row.name}`;
      const result = await runRow(row, stage, (words) => {
        if (!values.json) showProgress(`${at}: ${words}`);
      });
      results.push(result);
      if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    }
  } finally {
    await stage.close();
  }
  if (!values.json) {
    showProgress('');
    process.stdout.write(`${tableOf(results)}\n`);
  }
  return exitCodeOf(results);
}

/** Megabytes of the throughput rows. */
function sizeOf(asked: { full?: boolean; megabytes?: string }): number {
  const chosen = Number(asked.megabytes ?? (asked.full ? 1024 : 200));
  if (!Number.isInteger(chosen) || chosen < 10) throw new Error('--megabytes is a whole number from 10');
  return chosen;
}

/** One line, written over itself on a screen; nothing where the output is kept. */
function showProgress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`);
}

process.exitCode = await main();
