import { type DetectResult, detectContent, refusalOfName } from './detect-content.ts';
import type { Acceptance, ByteSource } from './evidence-store.ts';
import { readZipDirectory } from './read-zip-directory.ts';
import { startsWith } from './sniff-bytes.ts';

const HEAD_BYTES = 64 * 1024;
/** Covers an end record with the longest possible comment (22 + 65,535). */
const TAIL_BYTES = 66 * 1024;

/** Reads just enough of a complete upload to say what it is, or why it is not taken. */
export async function checkEvidenceFile(fileName: string, source: ByteSource): Promise<DetectResult> {
  const byName = source.size === 0 ? null : refusalOfName(fileName);
  if (byName) return { ok: false, refusal: byName };
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const tailLength = Math.min(TAIL_BYTES, source.size);
  const tail = await source.read(source.size - tailLength, tailLength);
  const input = { fileName, size: source.size, head, tail };
  if (!startsWith(head, 'PK\u0003\u0004')) return detectContent(input);
  const directory = await readZipDirectory(source);
  if (!directory.ok) return directory;
  return detectContent({ ...input, zipEntries: directory.entries });
}

/** `checkEvidenceFile` in the shape `EvidenceStore.put` asks for: `put(bytes, { maxBytes, accept: acceptEvidence(name) })`. */
export function acceptEvidence(fileName: string): Acceptance<{ type: string; mime: string }> {
  return async (staged) => {
    const result = await checkEvidenceFile(fileName, staged);
    return result.ok ? { ok: true, value: { type: result.type, mime: result.mime } } : result;
  };
}
