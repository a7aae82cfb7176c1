import { prepare } from '../prepare/prepare.mjs';
import { note } from '../prepare/progress.mjs';
import { openDataFolder, servingFrom, takeDataFolder } from './data-folder.mjs';
import { findPort } from './find-port.mjs';
import { readOptions } from './read-options.mjs';
import { runServer } from './run-server.mjs';

/**
 * The whole of `npm start` and `npm run serve`: prepare, find a port, take the data folder, serve.
 * @param {{ command: string, help: string, mayBeEmpty: boolean, mode: (options: { empty: boolean }) => 'sample' | 'empty' | 'production' }} how
 */
export async function launch({ command, help, mayBeEmpty, mode }) {
  const options = readOptions(process.argv.slice(2), { mayBeEmpty });
  if (options.help) {
    console.log(help);
    return 0;
  }
  console.log('\nGolden Thread\n');
  openDataFolder(options.data);
  // A database of one's own may be shared by several servers; the embedded one belongs to exactly one.
  const ownsDatabase = !process.env.DATABASE_URL;
  const already = ownsDatabase && servingFrom(options.data);
  if (already) return sayWhere(already, options.data, command);

  await prepare();
  const port = await findPort({ ...options, command });
  const place = ownsDatabase
    ? takeDataFolder(options.data, process.env.PUBLIC_URL ?? `http://127.0.0.1:${port}`)
    : undefined;
  if (place && !place.taken) return sayWhere(place, options.data, command);
  if (place) process.once('exit', place.release);
  note('Starting\n');
  const { data, actions } = options;
  return runServer({ mode: mode(options), port, data, actions, onStarted: place?.servingAs });
}

function sayWhere({ url, pid }, data, command) {
  console.log(`  Golden Thread is already running with this data folder: ${url}`);
  console.log(`  (process ${pid}, data in ${data})`);
  console.log(`  For a second, separate one: ${command} -- --data OTHER-FOLDER\n`);
  return 0;
}
