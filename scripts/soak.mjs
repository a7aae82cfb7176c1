#!/usr/bin/env node
import { commandFile, pinnedNode, toolEnvironment } from './prepare/paths.mjs';
// npm run soak: the kill harnesses with their full count of rounds (npm test runs ten), and packs of full size.
import { prepare } from './prepare/prepare.mjs';
import { reportAndExit } from './prepare/problem.mjs';
import { runCommand } from './prepare/run-command.mjs';

async function soak() {
  await prepare({ web: false });
  const { code } = await runCommand(
    pinnedNode(),
    [
      commandFile('vitest'),
      'run',
      '--project',
      'integration-apart',
      '--testTimeout',
      '3600000',
      'kill',
      'soak',
    ],
    { env: toolEnvironment({ KILL_ROUNDS: process.env.KILL_ROUNDS ?? '100' }), show: true },
  );
  return code;
}

soak().then((code) => process.exit(code), reportAndExit);
