import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleReportPdf } from '@gt/intake/testing';

export type StoryReport = {
  fileName: string;
  bytes: Buffer;
  authority: string;
  /** Verbatim, in order; null when the report was made here and the importer's own list is the measure. */
  items: string[] | null;
};

/** The published Birmingham report of December 2018 where there is one, else a made-up report of the same layout. */
export function storyReport(): StoryReport {
  const folder = process.env.REPORTS_DIR;
  const published = folder ? join(folder, 'birmingham-2018-12.pdf') : null;
  if (folder && published && existsSync(published)) {
    const expected = JSON.parse(readFileSync(join(folder, 'birmingham-2018-12.expected.json'), 'utf8'));
    return {
      fileName: 'birmingham-2018-12.pdf',
      bytes: readFileSync(published),
      authority: expected.authority,
      items: expected.items.map((item: { text: string }) => item.text),
    };
  }
  return {
    fileName: 'northmoor.pdf',
    bytes: Buffer.from(sampleReportPdf()),
    authority: 'Northmoor',
    items: null,
  };
}
