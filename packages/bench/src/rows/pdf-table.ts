import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PackAction, RAG_LABELS, RAG_LETTERS, type Rag } from '@gt/contracts/words';
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

/** The same table as the summary prints: columns, words, colours and shapes, and a header that repeats on each page. */
function tablePage(actions: readonly PackAction[]): string {
  const rows = actions.map(
    ({ ref, title, team, owner, rag }) =>
      `<tr><td><b>${ref}</b></td><td>${title}</td><td>${team}<br>${owner}</td><td>12 March 2026</td>
      <td>In progress<br>${pill(rag.declared)}<br>Calculated: ${pill(rag.calculated)}</td></tr>`,
  );
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Actions</title>
  <style>@page { size: A4; margin: 2cm } table { border-collapse: collapse; font: 8.5pt sans-serif }
  td, th { border-bottom: 0.5pt solid #d5dae1; padding: 5pt; vertical-align: top; text-align: left }
  thead { background: #f6f7f9 } span { padding: 2pt 4pt; border-radius: 3pt; font-weight: 600 }
  .GREEN { color: #14532d; background: #e3f4e8; fill: #1e7a43 }
  .AMBER { color: #6b4500; background: #fff0d1; fill: #f2b233 }</style>
  <table><thead><tr><th>Ref<th>Action<th>Team and owner<th>Due<th>Status and RAG</tr></thead>
  <tbody>${rows.join('\n')}</tbody></table></html>`;
}

function pill(rag: Rag): string {
  const shape = rag === 'GREEN' ? '<circle cx="3" cy="3" r="3"/>' : '<path d="M0 3 3 0 6 3 3 6z"/>';
  return `<span class="${rag}"><svg width="6pt" height="6pt" viewBox="0 0 6 6" aria-hidden="true">${shape}</svg>
    ${RAG_LETTERS[rag]} ${RAG_LABELS[rag]}</span>`;
}
