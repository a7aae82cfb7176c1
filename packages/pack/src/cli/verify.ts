/** `node packages/pack/src/cli/verify.ts PACK.zip`: exit 0 when whole, 1 on any finding, 2 on wrong use. */
import { verifyPack } from '../verify-pack.ts';

const [path] = process.argv.slice(2);
if (!path) {
  process.stderr.write('Say which pack to check: node packages/pack/src/cli/verify.ts PACK.zip\n');
  process.exit(2);
}
try {
  const verdict = await verifyPack(path);
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
  }
  process.stdout.write(`SHA-256 of the ZIP: ${verdict.sha256}\n`);
  const summary = verdict.ok
    ? 'Whole: every file is what the manifest says.'
    : `There is a problem: ${verdict.problems.length} found.`;
  process.stdout.write(`${verdict.checked} files checked. ${summary}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
} catch (error) {
  process.stderr.write(
    `The pack cannot be read: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
}
