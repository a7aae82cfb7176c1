#!/usr/bin/env node
// npm start: from a bare clone to a page in the browser. Uses nothing that must be installed first.
import { launch } from './launch/launch.mjs';
import { reportAndExit } from './prepare/problem.mjs';

const help = `npm start -- [options]

Installs and builds what changed, then serves Golden Thread on this machine with a sample plan.

  --empty        begin a real, empty installation instead of the sample plan
                 (the choice is kept with the data; give it at the first start)
  --actions N    load a made-up list of N actions with updates and evidence instead of the
                 sample plan, to see how it works at length (200, 2000, 10000; at the first start)
  --port NUMBER  port to serve on (default 3000, or the next free one; also PORT)
  --data FOLDER  folder for the database and the files (default .data here; also DATA_DIR)
  --help         this text

For a production installation see: npm run serve -- --help`;

launch({
  command: 'npm start',
  help,
  mayBeEmpty: true,
  mode: ({ empty }) => (empty ? 'empty' : 'sample'),
}).then((code) => process.exit(code), reportAndExit);
