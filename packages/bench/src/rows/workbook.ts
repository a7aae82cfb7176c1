import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvFromRows, xlsxFromRows } from '@gt/pack';
import { type Row, timed } from '../row.ts';

const ROWS = 100_000;
const HEADERS = ['Ref', 'Title', 'Team', 'Owner', 'Due', 'Status', 'RAG', 'Percent', 'What happened', 'Next'];

/** Made as they are read, so that neither side holds them. */
function* madeUpRows(): Generator<string[]> {
  for (let n = 1; n <= ROWS; n += 1) {
    yield [
      `R${(n % 17) + 1}.A${n}`,
      `Recruit and approve mainstream foster carers, part ${n}`,
      'Fostering',
      'Head of Fostering, holder 1',
      '12 March 2026',
      'In progress',
      'Amber (at risk)',
      String(n % 100),
      'Panel approved two more carers; five are booked for 24 March & two are “waiting”.',
      'Agree a faster route with health.',
    ];
  }
}

export const workbook: Row = {
  name: 'xlsx',
  measure: 'a workbook of 100,000 rows, against CSV of the same rows',
  bar: { cost: 10 },
  async prepare({ folder }) {
    const columns = HEADERS.map((header) => ({ header, width: 20 }));
    const options = { title: 'Actions', marking: '', createdAt: new Date() };
    return {
      ours: () =>
        timed(async () => {
          const out = createWriteStream(join(folder, 'actions.xlsx'));
          await xlsxFromRows(out, [{ name: 'Actions', columns, rows: madeUpRows() }], options);
        }),
      against: () =>
        timed(() =>
          pipeline(
            Readable.from(csvFromRows(HEADERS, madeUpRows())),
            createWriteStream(join(folder, 'actions.csv')),
          ),
        ),
      dispose: async () => undefined,
    };
  },
};
