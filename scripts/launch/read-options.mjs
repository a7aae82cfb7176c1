import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../prepare/paths.mjs';
import { Problem } from '../prepare/problem.mjs';

const flags = {
  empty: { type: 'boolean' },
  actions: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/**
 * Reads the command line of `npm start` and `npm run serve`, with PORT and DATA_DIR as a second source.
 * @param {string[]} args
 * @param {{ mayBeEmpty: boolean, env?: NodeJS.ProcessEnv }} rules mayBeEmpty: whether --empty and --actions belong to this command
 * @returns {{ help: boolean, empty: boolean, actions: number | undefined, port: number, portWasAsked: boolean, data: string }}
 *   actions: how long a made-up list is to be loaded instead of the sample plan; data: absolute path
 */
export function readOptions(args, { mayBeEmpty, env = process.env }) {
  const known = mayBeEmpty ? flags : { port: flags.port, data: flags.data, help: flags.help };
  const names = Object.keys(known).map((name) => `--${name}`);
  let values;
  try {
    ({ values } = parseArgs({ args, options: known, allowPositionals: false }));
  } catch (error) {
    const word = /'(-[^']*|[^']*)'/.exec(error.message)?.[1] ?? args.join(' ');
    throw new Problem(
      `"${word}" is not understood here. The options are ${names.join(', ')}; --help explains them.`,
    );
  }
  const askedPort = values.port ?? (env.PORT || undefined);
  return {
    help: values.help ?? false,
    empty: values.empty ?? false,
    actions: values.actions === undefined ? undefined : readCount(values.actions),
    port: askedPort === undefined ? 3000 : readPort(askedPort),
    portWasAsked: askedPort !== undefined,
    data: absolute(
      values.data ?? env.DATA_DIR ?? '.data',
      values.data === undefined ? root : (env.INIT_CWD ?? process.cwd()),
    ),
  };
}

function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Problem(`"${text}" is not a port. Give a number from 1 to 65535, for example --port 3001.`);
}

function readCount(text) {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= 1_000_000) return count;
  throw new Problem(`"${text}" is not a count. Give a number from 1 to 1000000, for example --actions 2000.`);
}

const absolute = (path, from) => (isAbsolute(path) ? path : resolve(from, path));
