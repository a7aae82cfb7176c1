import { freshness } from './fingerprint.mjs';
import { commandFile, inRoot, pinnedNode, toolEnvironment } from './paths.mjs';
import { Problem } from './problem.mjs';
import { lastLines, runCommand } from './run-command.mjs';

/** Everything the browser bundle is made of: the web app, and the packages it may import as code. */
const sources = [
  'apps/web',
  'packages/ui',
  'packages/contracts',
  'packages/domain',
  'package-lock.json',
  'tsconfig.base.json',
];

/** @returns {{ fresh: boolean, remember: () => void }} */
export const webFreshness = () =>
  freshness({
    stamp: inRoot('node_modules', '.golden-thread-web'),
    entries: sources,
    outputs: ['apps/web/dist/index.html'],
  });

/** Builds apps/web/dist, when its sources changed. Vite is started directly: it is the whole of that build. */
export async function buildWeb() {
  const state = webFreshness();
  if (state.fresh) return;
  const { code, output } = await runCommand(pinnedNode(), [commandFile('vite'), 'build'], {
    cwd: inRoot('apps', 'web'),
    env: toolEnvironment({ NODE_ENV: 'production' }),
  });
  if (code !== 0)
    throw new Problem('The screens could not be built. The lines above say why.', lastLines(output));
  state.remember();
}
