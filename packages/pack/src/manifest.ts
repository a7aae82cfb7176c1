import type { PackAuditCheckpoint, PackContent, PackOmission } from '@gt/contracts/words';
import type { IncludedEvidence } from './pack-outcome.ts';
import { inAppendix, isInAppendix } from './paper/evidence-paths.ts';
import type { WrittenEntry } from './zip/zip-writer.ts';

export const MANIFEST_NAME = 'manifest.json';
export const MANIFEST_FORMAT = 'golden-thread-evidence-pack';

export interface ManifestFile {
  path: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** Reference of the evidence item, for evidence files: "E12". */
  evidence?: string;
  /** Set for files of the separable appendix. Where that folder was taken out, these are the files that are gone. */
  appendix?: true;
}

/** What the pack says about itself; the last file in it, so that it can speak of all others. */
export interface PackManifest {
  format: typeof MANIFEST_FORMAT;
  version: 1;
  packId: string;
  plan: string;
  council: string;
  trust: string | null;
  scope: string;
  marking: string;
  generatedAt: string;
  generatedBy: string;
  auditCheckpoint: PackAuditCheckpoint;
  /** evidenceInScope = evidenceIncluded + evidenceLeftOut, always. */
  counts: {
    recommendations: number;
    actions: number;
    updates: number;
    evidenceInScope: number;
    evidenceIncluded: number;
    /** Of the included ones, how many stand in the separable appendix. */
    evidenceInAppendix: number;
    evidenceLeftOut: number;
    textsLeftOut: number;
    files: number;
  };
  omissions: PackOmission[];
  files: ManifestFile[];
}

export function buildManifest(
  content: PackContent,
  included: readonly IncludedEvidence[],
  omissions: readonly PackOmission[],
  written: readonly WrittenEntry[],
): PackManifest {
  const refByPath = new Map(included.map(({ ref, entry }) => [entry.name, ref]));
  const actions = content.recommendations.flatMap((recommendation) => recommendation.actions);
  const leftOut = omissions.filter((omission) => omission.what === 'EVIDENCE').length;
  return {
    format: MANIFEST_FORMAT,
    version: 1,
    packId: content.packId,
    plan: content.planTitle,
    council: content.council,
    trust: content.trust,
    scope: content.scope,
    marking: content.marking,
    generatedAt: content.generatedAt,
    generatedBy: content.generatedBy,
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
      files: written.length,
    },
    omissions: [...omissions],
    files: written.map(({ name, size, sha256 }) => {
      const evidence = refByPath.get(name);
      const file: ManifestFile = { path: name, size, sha256, ...(evidence ? { evidence } : {}) };
      return isInAppendix(name) ? { ...file, appendix: true } : file;
    }),
  };
}
