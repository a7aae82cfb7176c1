/** The door of this feature: its pages, and what other features may use of it. */
export { ActionEvidence } from './action-evidence.tsx';
export { EvidencePage } from './evidence-page.tsx';
export { EvidenceUpload } from './evidence-upload.tsx';
export { FilePanels } from './file-panels.tsx';
