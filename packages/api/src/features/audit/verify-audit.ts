import { type ChainRow, type Checkpoint, verifyChain } from '@gt/domain/audit';
import { sha256Hex } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { chainPage, packCheckpoints } from './audit.repository.ts';
import { sealAudit } from './seal-audit.ts';

const PAGE = 1000;

export type AuditVerdict = {
  ok: boolean;
  rows: number;
  head: { sequence: number; hash: string } | null;
  /** What broke and where, in words; null when the chain is whole. */
  problem: string | null;
  /** One sentence per payload destroyed by two people. */
  redacted: string[];
};

/**
 * Reads the whole chain, a page at a time, against the checkpoints printed in packs. Seals first, so that what has
 * just happened is covered too.
 */
export async function verifyAudit(ctx: Context, scope: Scope): Promise<AuditVerdict> {
  await sealAudit(ctx);
  const checkpoints = await packCheckpoints(ctx.db, scope);
  const redacted: string[] = [];
  let after: Checkpoint | undefined;
  let rows = 0;
  for (;;) {
    const page: ChainRow[] = await chainPage(ctx.db, scope, Number(after?.sequence ?? 0), PAGE);
    const isLast = page.length < PAGE;
    const end = Number(page.at(-1)?.position ?? after?.sequence ?? 0);
    const known = checkpoints.filter((c) => isLast || Number(c.sequence) <= end);
    const fresh = known.filter((c) => Number(c.sequence) > Number(after?.sequence ?? 0));
    const verdict = verifyChain(page, sha256Hex, { checkpoints: fresh, ...(after ? { after } : {}) });
    rows += verdict.rows;
    redacted.push(...verdict.redacted.map((row) => row.sentence));
    const head = verdict.head ? { sequence: Number(verdict.head.sequence), hash: verdict.head.hash } : null;
    if (!verdict.ok) return { ok: false, rows, head, problem: verdict.break.sentence, redacted };
    if (isLast || verdict.head === null) return { ok: true, rows, head, problem: null, redacted };
    after = verdict.head;
  }
}
