import type { PackContent, PackOmission } from '@gt/contracts/words';
import { filesGone, type IncludedEvidence } from './pack-outcome.ts';
import { inAppendix, isInAppendix } from './paper/evidence-paths.ts';
import { MANIFEST_FORMAT, type ManifestFile, type PackManifest } from './verify/pack-format.ts';
import type { WrittenEntry } from './zip/zip-writer.ts';

/** One of the pack's own papers. */
export interface WrittenPaper {
  title: string;
  entry: WrittenEntry;
}

export function buildManifest(
  content: PackContent,
  { included, omissions }: { included: readonly IncludedEvidence[]; omissions: readonly PackOmission[] },
  papers: readonly WrittenPaper[],
  signedBy: string | null,
): PackManifest {
  const actions = content.recommendations.flatMap((recommendation) => recommendation.actions);
  const leftOut = omissions.filter((omission) => omission.what === 'EVIDENCE').length;
  const files = [...papers.map(paperLine), ...evidenceLines(content, included)];
  return {
    format: MANIFEST_FORMAT,
    version: 2,
    packId: content.packId,
    plan: content.planTitle,
    council: content.council,
    trust: content.trust,
    scope: content.scope,
    audience: content.audience,
    marking: content.marking,
    asAt: content.asAt,
    generatedAt: content.generatedAt,
    generatedBy: content.generatedBy,
    signedBy,
    partial: filesGone(omissions),
    auditCheckpoint: content.audit,
    counts: {
      recommendations: content.recommendations.length,
      actions: actions.length,
      updates: actions.reduce((sum, action) => sum + action.updates.length, 0),
      evidenceInScope: included.length + leftOut,
      evidenceIncluded: included.length,
      evidenceInAppendix: inAppendix(included).length,
      evidenceLeftOut: leftOut,
      textsLeftOut: omissions.length - leftOut,
      files: files.length,
    },
    omissions: [...omissions],
    files,
  };
}

function paperLine({ title, entry: { name, size, sha256 } }: WrittenPaper): ManifestFile {
  return {
    ...{ path: name, size, sha256, title, kind: 'PAPER', period: null },
    ...{ uploaderPost: '', verifierPost: '', screening: 'NOT_NEEDED' as const },
  };
}

function evidenceLines(content: PackContent, included: readonly IncludedEvidence[]): ManifestFile[] {
  const itemOf = new Map(content.evidence.map((item) => [item.ref, item]));
  return included.flatMap(({ ref, entry: { name, size, sha256 } }) => {
    const item = itemOf.get(ref);
    if (!item) return [];
    const { title, kind, periodFrom, periodTo, uploaderPost, verifierPost, screening } = item;
    const period = periodFrom || periodTo ? { from: periodFrom, to: periodTo } : null;
    return [
      {
        ...{ path: name, size, sha256, title, kind, period, uploaderPost, verifierPost, screening },
        evidence: ref,
        ...(isInAppendix(name) ? { appendix: true as const } : {}),
      },
    ];
  });
}
