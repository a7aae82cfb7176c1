import {
  formatDate,
  PACK_AUDIENCE_LABELS,
  type ReportContent,
  SENSITIVITY_LABELS,
} from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { writeReportPdf } from '@gt/pack';
import { cleanFileName } from '@gt/storage';
import type { Context } from '../../core/context.ts';
import { londonDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { getPack } from './packs.repository.ts';
import { requirePackFile } from './require-pack-file.ts';

type CoverSheet = { bytes: Uint8Array; fileName: string };

/**
 * The sheet that goes beside the ZIP, by another way than the ZIP: what it is, its SHA-256, and the key that signed
 * it. A ZIP cannot hold its own hash. Throws NOT_FOUND, and RULE for a pack without a file.
 */
export async function coverSheet(ctx: Context, scope: Scope, packId: string): Promise<CoverSheet> {
  const { planId, number, sha256, fileName } = await requirePackFile(ctx, scope, packId);
  const pack = await getPack(ctx.db, scope, packId);
  const plan = await ctx.db.plan.findUnique({
    where: { id: planId },
    select: { name: true, councilName: true, trustName: true },
  });
  if (!plan) throw notFound('plan');
  const title = `Cover sheet of evidence pack ${number}`;
  const issuedAt = pack.finishedAt ?? pack.requestedAt;
  const { bytes } = writeReportPdf(contentOf(pack, plan, { sha256, fileName }), {
    title,
    marking: SENSITIVITY_LABELS[pack.marking],
    edition: '',
    version: `Pack ${number}`,
    issued: `Finished on ${formatDate(londonDate(new Date(issuedAt)))}, asked for by ${pack.requestedBy.name}`,
    issuedAt,
    organisation: plan.trustName || plan.councilName,
  });
  return { bytes, fileName: cleanFileName(`${title} – ${plan.name.slice(0, 70)}.pdf`) };
}

type Pack = Awaited<ReturnType<typeof getPack>>;

function contentOf(
  pack: Pack,
  plan: { name: string; councilName: string; trustName: string },
  file: { sha256: string; fileName: string },
): ReportContent {
  const { counts, key, size, references } = pack;
  const facts: [string, string][] = [
    ['Council', plan.councilName],
    ['Trust', plan.trustName],
    ['Made for', PACK_AUDIENCE_LABELS[pack.audience]],
    ['Recommendations', references.length === 0 ? 'The whole plan' : references.join(', ')],
    ['File', file.fileName],
    ['Bytes', String(size ?? 0)],
    ['SHA-256 of the ZIP', file.sha256],
    ['Key that signed it', key?.fingerprint ?? 'Not signed'],
    ['End of the sealed history', checkpointWords(pack)],
    ['Evidence', counts ? evidenceWords(counts) : 'Not recorded'],
  ];
  const partial = pack.isPartial
    ? 'PARTIAL: a file that belongs in this pack could not be given. The pack names it.\n\n'
    : '';
  return {
    formatVersion: 1,
    subtitle: plan.name,
    facts: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
    sections: [
      words('note', 'Cover note', pack.coverNote),
      words('check', 'How to check the pack', `${partial}${checking(file.sha256)}`),
      words('key', 'Public key', key?.pem.trim() ?? '', true),
    ].filter(({ blocks: [block] }) => block?.kind === 'WORDS' && block.text !== ''),
  };
}

function words(
  key: string,
  heading: string,
  text: string,
  isFixed = false,
): ReportContent['sections'][number] {
  return {
    key,
    heading,
    isIncluded: true,
    blocks: [{ kind: 'WORDS', key, text, written: text, isInternal: false, isFixed }],
  };
}

function checking(sha256: string): string {
  return [
    'Hand this sheet over by another way than the ZIP. Whoever has both can tell whether the ZIP is the one that was made.',
    `- Work out the SHA-256 of the ZIP (Windows: Get-FileHash; Mac and Linux: shasum -a 256). It must be ${sha256}.`,
    '- Inside the ZIP, manifest.json lists every file with its SHA-256, and manifest.sig is its signature by the key below.',
    '- The page “Check a pack” of the product that made it, and its command pack:verify, do all of this at once.',
  ].join('\n');
}

function evidenceWords(counts: NonNullable<Pack['counts']>): string {
  const { evidenceInScope, evidenceIncluded, evidenceLeftOut } = counts;
  return `${countOf(evidenceInScope, 'item')} in scope: ${evidenceIncluded} in the pack, ${evidenceLeftOut} left out`;
}

function checkpointWords({ checkpoint }: Pack): string {
  return checkpoint ? `Entry ${checkpoint.sequence}, ${checkpoint.hash}` : '';
}
