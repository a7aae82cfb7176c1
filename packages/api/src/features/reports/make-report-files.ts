import { Readable } from 'node:stream';
import { formatDate, SENSITIVITY_LABELS } from '@gt/contracts/words';
import { type ReportHead, writeReportDocx, writeReportPdf } from '@gt/pack';
import { cleanFileName } from '@gt/storage';
import type { Context } from '../../core/context.ts';
import { londonDate, toInstant } from '../../core/dates.ts';
import { StoreRefused } from '../packs/store-pack.ts';
import type { Issuing, StoredReportFile } from './issuing-report.ts';
import { markingOf } from './report-rows.ts';
import { loadLogo } from './templates.repository.ts';

/** Writes both files of a paper and puts them into the store; answers them with the pages of the PDF. */
export async function makeReportFiles(
  ctx: Pick<Context, 'db' | 'store' | 'now'>,
  report: Issuing,
): Promise<{ files: StoredReportFile[]; pages: number }> {
  const logo = await loadLogo(ctx.db);
  const head = { ...headOf(report, ctx.now), ...(logo ? { logo } : {}) };
  const pdf = writeReportPdf(report.content, head);
  const docx = await writeReportDocx(report.content, head);
  const name = fileNameOf(report, ctx.now);
  return {
    files: [
      { format: 'DOCX', fileName: cleanFileName(`${name}.docx`), ...(await store(ctx, docx)) },
      { format: 'PDF', fileName: cleanFileName(`${name}.pdf`), ...(await store(ctx, pdf.bytes)) },
    ],
    pages: pdf.pages,
  };
}

function headOf(report: Issuing, now: Date): ReportHead {
  const { plan, edition, versionNumber, title, marking, redactedAt } = report;
  const at = report.issuedAt ?? now;
  return {
    title,
    marking: SENSITIVITY_LABELS[markingOf(marking)],
    edition: edition === 'PUBLIC' ? 'Public edition' : '',
    version: `Version ${versionNumber}`,
    issued: [
      `Issued on ${formatDate(londonDate(at))}`,
      ...(redactedAt ? [`words destroyed on ${formatDate(londonDate(redactedAt))}`] : []),
    ].join(', '),
    issuedAt: toInstant(at),
    organisation: plan.trustName || plan.councilName,
  };
}

/** "Board report 3, 12 March 2026 – Northmoor ILACS plan – version 2 – public edition", cut where it is long. */
function fileNameOf({ title, plan, versionNumber, edition }: Issuing, now: Date): string {
  const part = (text: string) => text.replace(/[\\/]/g, '-').slice(0, 50).trim();
  return [
    part(title) || `Paper of ${formatDate(londonDate(now))}`,
    part(plan.name).slice(0, 30).trim(),
    ...(versionNumber > 1 ? [`version ${versionNumber}`] : []),
    ...(edition === 'PUBLIC' ? ['public edition'] : []),
  ].join(' – ');
}

async function store(
  { store: files }: Pick<Context, 'store'>,
  bytes: Uint8Array,
): Promise<{ sha256: string; size: number }> {
  const put = await files.put(Readable.from([bytes]), { maxBytes: bytes.length });
  if (!put.ok) throw new StoreRefused(put.message);
  return { sha256: put.sha256, size: put.size };
}
