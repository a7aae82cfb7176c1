import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PackAction } from '@gt/contracts/words';
import { renderSummary } from '@gt/pack';
import { type Row, timed } from '../row.ts';
import { openPrinter } from '../stage/chromium.ts';
import { madeUpPack } from '../stage/made-up-pack.ts';

const ACTIONS = 1_000;

export const pdfTable: Row = {
  name: 'pdf-table',
  measure: 'a tagged PDF with a table of 1,000 rows, against Chromium printing the same table',
  bar: { cost: 0.35 },
  async prepare({ folder, chromium }) {
    if (chromium === null) return { skipped: 'no Chromium on this machine; CHROMIUM_PATH may name one' };
    const content = madeUpPack(ACTIONS, []);
    const page = join(folder, 'table.html');
    await writeFile(page, tablePage(content.recommendations[0]?.actions ?? []));
    const printer = await openPrinter(chromium);
    return {
      ours: () =>
        timed(async () => {
          renderSummary({ content, included: [], omissions: [] });
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

/** The same columns as the summary prints, with a header that repeats on each page. */
function tablePage(actions: readonly PackAction[]): string {
  const rows = actions.map(
    ({ ref, title, team, owner, dueOn, rag }) =>
      `<tr><td>${ref}</td><td>${title}</td><td>${team}<br>${owner}</td><td>${dueOn}</td><td>In progress<br>
      Declared ${rag.declared}, ${rag.declaredReason}. By rule ${rag.calculated}, ${rag.calculatedReason}.</td></tr>`,
  );
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Actions</title>
  <style>@page { size: A4; margin: 2cm } table { border-collapse: collapse; font: 8.5pt sans-serif }
  td, th { border: 1px solid; padding: 3pt; vertical-align: top }</style>
  <table><thead><tr><th>Ref<th>Action<th>Team and owner<th>Due<th>Status and RAG</tr></thead>
  <tbody>${rows.join('\n')}</tbody></table></html>`;
}
