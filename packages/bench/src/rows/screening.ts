import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isoDate } from '@gt/contracts/words';
import { screenText } from '@gt/domain/screening';
import { screenBytes } from '@gt/intake';
import { acceptEvidence, localEvidenceStore } from '@gt/storage';
import { type Row, timed } from '../row.ts';
import { madeUpBomb } from '../stage/made-up-bomb.ts';
import { ORDINARY, WORST_TEXTS } from '../stage/worst-texts.ts';
import { timeLimit } from './time-limit.ts';

const OPTIONS = { today: isoDate('2026-03-12'), caseNumber: 'CS-#######', offices: ['B1 1AA'] };
const MEGABYTES = 20;
const PASSAGE = 64 * 1024;
const MOST_MIB = 128;

/** At 20 MB/s, in passages as files are read. */
export const screeningSpeed: Row = timeLimit(
  'screening',
  `${MEGABYTES} MB of text looked through for personal data by every rule`,
  1_000,
  async () => {
    const passage = ORDINARY.repeat(Math.ceil(PASSAGE / ORDINARY.length)).slice(0, PASSAGE);
    const passages = Math.ceil((MEGABYTES * 1_000_000) / Buffer.byteLength(passage));
    return {
      ours: () =>
        timed(async () => {
          for (let index = 0; index < passages; index += 1) screenText(passage, OPTIONS);
        }),
    };
  },
);

/** All rules over each text, so that none is slower by itself. */
export const screeningWorst: Row = timeLimit(
  'screening-worst',
  'the slowest of 1 MB of each rule’s own worst input, looked through by every rule',
  200,
  async () => ({
    async ours() {
      let slowest = 0;
      for (const text of Object.values(WORST_TEXTS)) {
        slowest = Math.max(slowest, await timed(async () => screenText(text, OPTIONS)));
      }
      return slowest;
    },
  }),
);

/** At the door, and once more by the screening of files that came before the door was there. */
export const screeningBomb: Row = timeLimit(
  'screening-bomb',
  'a workbook bomb of 300 kB refused at its upload and by screening',
  200,
  async ({ folder }) => {
    const bomb = madeUpBomb();
    const files = join(folder, 'bomb-store');
    await mkdir(files, { recursive: true });
    const store = await localEvidenceStore(files);
    return {
      ours: () =>
        timed(async () => {
          const put = await store.put(Readable.from([bomb]), {
            maxBytes: bomb.length,
            accept: acceptEvidence('bomb.xlsx'),
          });
          const data = new Uint8Array(bomb);
          const { outcome } = await screenBytes({
            fileName: 'bomb.xlsx',
            data,
            pages: 500,
            options: OPTIONS,
          });
          if (put.ok || outcome !== 'COULD_NOT_SCREEN') throw new Error('the bomb was not refused');
        }),
    };
  },
);

/** Measured in a process of its own: a share of the limit. */
export const screeningBombMemory: Row = {
  name: 'screening-bomb-memory',
  measure: `memory that screening takes for a workbook bomb of 300 kB, against ${MOST_MIB} MiB`,
  bar: { cost: 1 },
  async prepare({ folder }) {
    const path = join(folder, 'bomb.xlsx');
    await writeFile(path, madeUpBomb());
    const script = fileURLToPath(new URL('../stage/refuse-bomb.ts', import.meta.url));
    const args = ['--disable-warning=ExperimentalWarning', script, path];
    let measured: Promise<number> | undefined;
    const measure = async () =>
      Number((await promisify(execFile)(process.execPath, args)).stdout) / 1024 ** 2;
    return {
      ours: () => {
        measured ??= measure();
        return measured;
      },
      against: async () => MOST_MIB,
      dispose: async () => undefined,
    };
  },
};
