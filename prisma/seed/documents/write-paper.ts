import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PageFlow, writePdf } from '@gt/intake/testing';
import { csvFromRows, xlsxFromRows } from '@gt/pack';
import { barChart } from './bar-chart.ts';
import type { Paper } from './paper.ts';

/** The bytes of a document, of the format that its name says. `createdAt` is the only date inside. */
export async function writePaper(paper: Paper, createdAt: Date): Promise<Uint8Array> {
  switch (paper.format) {
    case 'PDF':
      return pdf(paper.heading, paper.paragraphs);
    case 'XLSX':
      return workbook(paper.name, paper.columns, paper.rows, createdAt);
    case 'CSV':
      return csv(paper.columns, paper.rows);
    case 'TXT':
      return Buffer.from(`${paper.lines.join('\r\n')}\r\n`);
    case 'PNG':
      return barChart(paper.bars);
  }
}

function pdf(heading: string, paragraphs: readonly string[]): Uint8Array {
  const flow = new PageFlow();
  flow.paragraph('Northmoor Children’s Trust', { x: 72, size: 10 });
  flow.space(8);
  flow.paragraph(heading, { x: 72, size: 18, bold: true });
  for (const text of paragraphs) {
    flow.space(10);
    flow.paragraph(text, { x: 72, size: 11 });
  }
  return writePdf(flow.pages);
}

async function workbook(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  createdAt: Date,
): Promise<Uint8Array> {
  const out = new PassThrough();
  const bytes = buffer(out);
  const sheet = { name: 'Figures', columns: columns.map((header) => ({ header, width: 24 })), rows };
  await xlsxFromRows(out, [sheet], { title: name.replace(/\.xlsx$/, ''), marking: 'OFFICIAL', createdAt });
  out.end();
  return bytes;
}

async function csv(columns: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of csvFromRows(columns, rows)) parts.push(part);
  return Buffer.concat(parts);
}
