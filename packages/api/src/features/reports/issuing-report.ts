import type { ReportContent, ReportEdition, ReportFormat, ReportKind } from '@gt/contracts/words';

/** A paper on its way. `version` is the token of the attempt: whoever changes the paper meanwhile makes a new one. */
export type Issuing = {
  id: string;
  planId: string;
  kind: ReportKind;
  number: number;
  versionNumber: number;
  edition: ReportEdition;
  title: string;
  marking: string;
  reviewId: string | null;
  content: ReportContent;
  issuedAt: Date | null;
  issuedById: string | null;
  /** When words of it were destroyed. */
  redactedAt: Date | null;
  version: number;
  plan: { name: string; councilName: string; trustName: string };
};

/** One of its files, whose bytes are in the store. */
export type StoredReportFile = { format: ReportFormat; fileName: string; sha256: string; size: number };
