import type { PackAuditCheckpoint, PackOmission, PackScreening } from '@gt/contracts/words';

/*
 * What a pack says of itself, as writer and verifier both know it. Nothing here is loaded at run time but these names:
 * the verifier stands alone.
 */
export const MANIFEST_NAME = 'manifest.json';
export const SIGNATURE_NAME = 'manifest.sig';
export const MANIFEST_FORMAT = 'golden-thread-evidence-pack';
/** Bytes of an Ed25519 signature. */
export const SIGNATURE_BYTES = 64;

export interface ManifestFile {
  path: string;
  /** Bytes. */
  size: number;
  sha256: string;
  title: string;
  /** Of evidence its kind: "AUDIT"; of the pack's own papers "PAPER". */
  kind: string;
  /** What evidence covers; null for papers and where it is not stated. */
  period: { from: string | null; to: string | null } | null;
  /** Posts of whoever uploaded and accepted it; '' for papers. */
  uploaderPost: string;
  verifierPost: string;
  screening: PackScreening;
  /** Reference of the evidence item, for evidence files: "E12". */
  evidence?: string;
  /** Set for files of the separable appendix. Where that folder was taken out, these are the files that are gone. */
  appendix?: true;
}

/** What the pack says about itself; the last file in it but its signature, so that it can speak of all others. */
export interface PackManifest {
  format: typeof MANIFEST_FORMAT;
  version: 2;
  packId: string;
  plan: string;
  council: string;
  trust: string | null;
  scope: string;
  audience: string;
  marking: string;
  asAt: string;
  generatedAt: string;
  generatedBy: string;
  /** SHA-256 of the public key (SPKI) whose signature stands beside this file; null for an unsigned pack. */
  signedBy: string | null;
  /** Files that belong in the pack and could not be given, by reference; empty for a whole pack. */
  partial: string[];
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
