export type ReportLimits = {
  /** Wall-clock milliseconds for one report. */
  timeMs: number;
  /** Resident memory of the reading process, in bytes. */
  memoryBytes: number;
  pages: number;
};

export const DEFAULT_REPORT_LIMITS: ReportLimits = {
  timeMs: 10_000,
  memoryBytes: 512 * 1024 * 1024,
  pages: 500,
};
