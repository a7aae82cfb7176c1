import type { PackContent, PackOmission } from '@gt/contracts/words';
import type { WrittenEntry } from './zip/zip-writer.ts';

/** Evidence that made it into the archive, with the path it has there. */
export interface IncludedEvidence {
  ref: string;
  entry: WrittenEntry;
}

/** What each printed part needs beside the content: what really is in the archive, and what is not. */
export interface PackOutcome {
  content: PackContent;
  included: readonly IncludedEvidence[];
  omissions: readonly PackOmission[];
}
