import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportResult } from '@gt/contracts/words';
import { readInspectionReport } from '@gt/intake';
import type { ByteSource } from '@gt/storage';

const CHUNK = 1024 * 1024;

/** Reads a staged upload as an inspection report, through a private temporary copy that is always removed. */
export async function readUpload(bytes: ByteSource): Promise<ReportResult> {
  const folder = await mkdtemp(join(tmpdir(), 'gt-import-'));
  try {
    const path = join(folder, 'report.pdf');
    const file = await open(path, 'wx', 0o600);
    try {
      for (let at = 0; at < bytes.size; at += CHUNK) {
        await file.write(await bytes.read(at, Math.min(CHUNK, bytes.size - at)), 0, null, at);
      }
    } finally {
      await file.close();
    }
    return await readInspectionReport(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
