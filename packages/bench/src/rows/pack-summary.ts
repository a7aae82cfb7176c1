import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { indexPage, renderSummary } from '@gt/pack';
import { type Row, timed } from '../row.ts';
import { openPrinter } from '../stage/chromium.ts';
import { madeUpPack } from '../stage/made-up-pack.ts';

const ACTIONS = 500;
const ITEMS = 2_000;

/** The index of a pack says the same in the same order, so Chromium prints that. */
export const packSummary: Row = {
  name: 'pack-summary',
  measure: `the summary of a pack of ${ACTIONS} actions and ${ITEMS} items of evidence, against Chromium printing its index`,
  bar: { cost: 0.35 },
  async prepare({ folder, chromium }) {
    if (chromium === null) return { skipped: 'no Chromium on this machine; CHROMIUM_PATH may name one' };
    const files = Array.from({ length: ITEMS }, (_, index) => ({
      path: '',
      sha256: createHash('sha256').update(String(index)).digest('hex'),
      size: 100_000 + index,
    }));
    const content = madeUpPack(ACTIONS, files);
    const included = content.evidence.map(({ ref, size, sha256 }) => ({
      ref,
      entry: { name: `evidence/R01/${ref}.pdf`, size, sha256 },
    }));
    const outcome = { content, included, omissions: [] };
    const page = join(folder, 'index.html');
    await writeFile(page, indexPage(outcome));
    const printer = await openPrinter(chromium);
    return {
      ours: () =>
        timed(async () => {
          if (renderSummary(outcome).length < 50_000) throw new Error('the summary is empty');
        }),
      against: () =>
        timed(async () => {
          const bytes = await printer.print(pathToFileURL(page).href);
          if (bytes < 50_000) throw new Error('Chromium printed an empty page');
        }),
      dispose: printer.close,
    };
  },
};
