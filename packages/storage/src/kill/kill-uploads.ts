import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { localEvidenceStore } from '../local-evidence-store.ts';

export interface KillReport {
  rounds: number;
  acknowledged: number;
  /** Acknowledged uploads that are not in the store. Must be empty. */
  lost: string[];
  /** Files whose bytes are not what their name says. Must be empty. */
  wrong: string[];
  /** Temporaries the kills left, all removed by one sweep. */
  swept: number;
}

/** Kills an uploading process at random moments, then checks every file in the store by content. */
export async function killUploads(
  root: string,
  { rounds, variant = 'protocol' }: { rounds: number; variant?: 'protocol' | 'planted' },
): Promise<KillReport> {
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1)
    acknowledged.push(...(await uploadUntilKilled(root, variant)));
  const store = await localEvidenceStore(root);
  const { temporaries } = await store.sweep({ known: async () => true, olderThanMs: 0 });
  const present = new Set<string>();
  const wrong: string[] = [];
  for await (const file of store.list()) {
    present.add(file.sha256);
    const hash = createHash('sha256');
    for await (const chunk of (await store.open(file.sha256)) ?? []) hash.update(chunk);
    if (hash.digest('hex') !== file.sha256) wrong.push(file.sha256);
  }
  const lost = acknowledged.filter((sha256) => !present.has(sha256));
  return { rounds, acknowledged: acknowledged.length, lost, wrong, swept: temporaries };
}

async function uploadUntilKilled(root: string, variant: string): Promise<string[]> {
  const script = fileURLToPath(new URL('./upload-forever.ts', import.meta.url));
  const child = spawn(process.execPath, [script, root, variant], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
  child.kill('SIGKILL');
  await ended;
  // A line without its end was not received, so it does not count as acknowledged.
  return printed.split('\n').slice(0, -1);
}
