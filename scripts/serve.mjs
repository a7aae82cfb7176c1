#!/usr/bin/env node
// npm run serve: the same preparation as npm start, then a production server without sample data.
import { launch } from './launch/launch.mjs';
import { reportAndExit } from './prepare/problem.mjs';

const help = `npm run serve -- [options]

Installs and builds what changed, then serves Golden Thread for production. Settings come from the
environment (see the configuration table in README.md); the server names any that is missing.

  --port NUMBER  port to serve on (default 3000, or the next free one; also PORT)
  --data FOLDER  folder for the embedded database and the files (default .data here; also DATA_DIR)
  --help         this text`;

launch({
  command: 'npm run serve',
  help,
  mayBeEmpty: false,
  mode: () => 'production',
}).then((code) => process.exit(code), reportAndExit);
