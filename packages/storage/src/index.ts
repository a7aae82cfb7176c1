export { acceptEvidence, checkEvidenceFile } from './check-evidence-file.ts';
export { cleanFileName, fileExtension } from './clean-file-name.ts';
export { CONTENT_TYPES, type ContentType, type DetectResult, detectContent } from './detect-content.ts';
export type {
  Acceptance,
  ByteSource,
  EvidenceStore,
  PutOptions,
  PutResult,
  StoredFile,
  SweepOptions,
  SweepReport,
} from './evidence-store.ts';
export {
  ALLOWED_TYPES_SENTENCE,
  type FileRefusal,
  type FileRefusalCode,
  formatBytes,
} from './file-refusal.ts';
export { localEvidenceStore } from './local-evidence-store.ts';
export { readZipDirectory } from './read-zip-directory.ts';
