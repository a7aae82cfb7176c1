/**
 * Child of the kill harness: uploads files without end and prints the hash of each acknowledged one.
 * `planted` stores the wrong way (straight under the final name), so that the harness can show it sees.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { localEvidenceStore } from '../local-evidence-store.ts';

const [root = '', variant = 'protocol'] = process.argv.slice(2);

async function* slowly(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 65_536) {
    yield bytes.subarray(at, at + 65_536);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function putDirectly(bytes: Buffer): Promise<string> {
  const name = createHash('sha256').update(bytes).digest('hex');
  const folder = join(root, 'files', name.slice(0, 2), name.slice(2, 4));
  await mkdir(folder, { recursive: true });
  const handle = await open(join(folder, name), 'w');
  for await (const chunk of slowly(bytes)) await handle.write(chunk);
  await handle.close();
  return name;
}

const store = await localEvidenceStore(root);
for (;;) {
  const bytes = randomBytes(1 + Math.floor(Math.random() * 4_000_000));
  if (variant === 'planted') {
    process.stdout.write(`${await putDirectly(bytes)}\n`);
  } else {
    const result = await store.put(slowly(bytes), { maxBytes: 10_000_000 });
    if (result.ok) process.stdout.write(`${result.sha256}\n`);
  }
}
