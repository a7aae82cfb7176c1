import type { PackContent, PackOmission } from '@gt/contracts/words';
import type { IncludedEvidence } from './manifest.ts';

/** What each printed part needs beside the content: what really is in the archive, and what is not. */
export interface PackOutcome {
  content: PackContent;
  included: readonly IncludedEvidence[];
  omissions: readonly PackOmission[];
}
