#!/usr/bin/env node
/**
 * npm test: everything, from a bare clone. The quick checks all run and are reported together; the tests follow
 * when they are clean. The last line is always "N passed, N failed".
 */
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inRoot } from './prepare/paths.mjs';
import { prepare } from './prepare/prepare.mjs';
import { Problem } from './prepare/problem.mjs';
import { stages } from './test/stages.mjs';

const help = `npm test -- [options]

  --only NAMES   only these stages, with commas: ${stages.map(({ name }) => name).join(', ')}
  --keep-going   run the tests even when a quick check failed
  --help         this text

REPORTS_DIR names a folder of published inspection reports to read as well; CHROMIUM_PATH names a browser.`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      'keep-going': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const names = values.only?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown)
    throw new Problem(
      `There is no stage "${unknown}". The stages are ${stages.map(({ name }) => name).join(', ')}.`,
    );
  return { ...values, chosen: stages.filter(({ name }) => !names || names.includes(name)) };
}

/** Runs one stage and says how long it took. A stage in which nothing was tested has failed. */
async function runStage(stage, folder) {
  console.log(
    `\n── ${stage.name}: ${stage.about} ${'─'.repeat(Math.max(4, 70 - stage.name.length - stage.about.length))}`,
  );
  const from = performance.now();
  let result;
  try {
    result = await stage.run(folder);
  } catch (error) {
    if (error instanceof Problem && error.detail) console.error(error.detail);
    console.error(error instanceof Problem ? error.message : error);
    result = { passed: 0, failed: 1 };
  }
  const seconds = (performance.now() - from) / 1000;
  if (result && result.passed + result.failed === 0) {
    console.error(`${stage.name}: not a single test ran, which counts as a failure`);
    result = { passed: 0, failed: 1 };
  }
  console.log(`── ${stage.name}: ${outcome(result)} in ${seconds.toFixed(1)} s`);
  return { name: stage.name, result, seconds };
}

function outcome(result) {
  if (!result) return 'not run';
  const skipped = result.skipped ? `, ${result.skipped} skipped` : '';
  return `${result.passed} passed, ${result.failed} failed${skipped}`;
}

function report(lines) {
  console.log('\n── summary ─────────────────────────────────────────────────────────────');
  for (const { name, result, seconds } of lines) {
    const time = seconds === undefined ? '' : `${seconds.toFixed(1)} s`;
    console.log(`  ${name.padEnd(12)} ${time.padStart(8)}   ${outcome(result)}`);
  }
  for (const { name, result } of lines) {
    for (const failure of result?.failures ?? []) console.log(`  ${name} failed: ${failure}`);
  }
  if (!process.env.REPORTS_DIR) console.log('published reports: not run');
  const sum = (key) => lines.reduce((total, { result }) => total + (result?.[key] ?? 0), 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0;
}

async function main() {
  const { help: askedForHelp, 'keep-going': keepGoing, chosen } = readArguments();
  if (askedForHelp) {
    console.log(help);
    return true;
  }
  await prepare({ web: false });
  // A folder for each run, so that two of them beside each other do not share a report.
  const folder = inRoot('test-results', `run-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const lines = [];
  for (const stage of chosen) {
    const checksFailed =
      lines.some(({ result }) => result?.failed) && !lines.some(({ kind }) => kind === 'test');
    if (stage.kind === 'test' && checksFailed && !keepGoing) {
      lines.push({ name: stage.name, result: undefined });
      continue;
    }
    lines.push({ ...(await runStage(stage, folder)), kind: stage.kind });
  }
  const green = report(lines);
  if (green) rmSync(folder, { recursive: true, force: true });
  return green;
}

main().then(
  (green) => process.exit(green ? 0 : 1),
  (error) => {
    if (error instanceof Problem && error.detail) console.error(`\n${error.detail}`);
    console.error(error instanceof Problem ? `\nThere is a problem. ${error.message}\n` : error);
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);
