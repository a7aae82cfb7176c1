import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

const MIB = 1024 * 1024;

export type MadeUpFile = { path: string; sha256: string; size: number };

/** Lines of text, different in each file and each mebibyte. */
function block(file: string, index: number): Buffer {
  return Buffer.alloc(MIB, `${file}, part ${index}: supervision recorded monthly in 27 of 30 files.\n`);
}

/** Writes a text file of that many bytes, in whole mebibytes, and knows its hash. */
export async function makeUpFile(folder: string, name: string, size: number): Promise<MadeUpFile> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  const file: FileHandle = await open(path, 'w');
  try {
    for (let index = 0; index < size / MIB; index += 1) {
      const bytes = block(name, index);
      hash.update(bytes);
      await file.write(bytes);
    }
  } finally {
    await file.close();
  }
  return { path, sha256: hash.digest('hex'), size };
}
