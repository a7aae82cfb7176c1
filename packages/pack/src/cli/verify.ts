/**
 * `pack:verify -- PACK.zip [--key FILE] [--expect SHA256]`: exit 0 when nothing is found, 1 on any finding, 2 on wrong
 * use. It needs the ZIP alone, and nothing of the server.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readKey } from '../verify/signature-problems.ts';
import { verdictWords, verifyPack } from '../verify/verify-pack.ts';

const USAGE =
  'Say which pack to check: npm run -s pack:verify -- PACK.zip [--key FILE] [--expect SHA256]\n' +
  '  --key FILE       the public key of the installation that made it (PEM)\n' +
  '  --expect SHA256  the SHA-256 of the ZIP, from its cover sheet\n';

interface Asked {
  path: string;
  keys: string[];
  expect: string | undefined;
}

/** Null for wrong use. */
async function readArguments(): Promise<Asked | null> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' }, expect: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  const { expect } = values;
  if (!path || more.length > 0) return null;
  if (expect !== undefined && !/^[0-9a-f]{64}$/i.test(expect)) return null;
  const key = values.key === undefined ? undefined : await readFile(values.key, 'utf8');
  if (key !== undefined) readKey(key);
  return { path, keys: key === undefined ? [] : [key], expect };
}

async function run(): Promise<number> {
  const asked = await readArguments();
  if (asked === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { path, ...options } = asked;
  const verdict = await verifyPack(path, options);
  for (const { path: file, problem, detail } of verdict.problems)
    process.stdout.write(`${problem}  ${file}: ${detail}\n`);
  const { manifest } = verdict;
  if (manifest) {
    const { evidenceInScope, evidenceIncluded, evidenceLeftOut } = manifest.counts;
    process.stdout.write(
      `${manifest.plan}, pack ${manifest.packId}, made ${manifest.generatedAt}\n` +
        `Evidence: ${evidenceInScope} in scope = ${evidenceIncluded} included + ${evidenceLeftOut} left out\n` +
        `Audit checkpoint: entry ${manifest.auditCheckpoint.sequence}, ${manifest.auditCheckpoint.hash}\n`,
    );
    if (manifest.partial.length > 0)
      process.stdout.write(`PARTIAL: the pack itself says that it lacks ${manifest.partial.join(', ')}\n`);
  }
  process.stdout.write(`SHA-256 of the ZIP: ${verdict.sha256}\n`);
  process.stdout.write(`${verdict.checked} files checked. ${verdictWords(verdict)}\n`);
  return verdict.ok ? 0 : 1;
}

try {
  process.exitCode = await run();
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The pack cannot be checked: ${why}\n`);
  process.exitCode = 2;
}
