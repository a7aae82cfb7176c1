#!/usr/bin/env node
// npm run dev: the server restarts when its sources change; the screens are served by Vite as they are edited.
import { spawn } from 'node:child_process';
import { findPort } from './launch/find-port.mjs';
import { readOptions } from './launch/read-options.mjs';
import { commandFile, inRoot, pinnedNode, root, toolEnvironment } from './prepare/paths.mjs';
import { prepare } from './prepare/prepare.mjs';
import { reportAndExit } from './prepare/problem.mjs';

async function dev() {
  const options = readOptions(process.argv.slice(2), { mayBeEmpty: true });
  await prepare();
  const port = await findPort({ ...options, command: 'npm run dev' });
  const env = toolEnvironment({
    GOLDEN_THREAD_MODE: options.empty ? 'empty' : 'sample',
    PORT: String(port),
    DATA_DIR: options.data,
    // Vite's configuration sends /trpc, /files and the other server paths here.
    SERVER_ORIGIN: `http://127.0.0.1:${port}`,
  });
  const children = [
    spawn(pinnedNode(), ['--watch', inRoot('apps', 'server', 'src', 'main.ts')], {
      cwd: root,
      env,
      stdio: 'inherit',
    }),
    spawn(pinnedNode(), [commandFile('vite')], { cwd: inRoot('apps', 'web'), env, stdio: 'inherit' }),
  ];
  const stop = () => {
    for (const child of children) child.kill('SIGTERM');
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) stop();
  });
  // When one of the two ends, the other has no use.
  const ended = (child) =>
    new Promise((resolve) => {
      child.once('exit', (code) => {
        stop();
        resolve(code ?? 0);
      });
    });
  const codes = await Promise.all(children.map(ended));
  return Math.max(...codes);
}

dev().then((code) => process.exit(code), reportAndExit);
