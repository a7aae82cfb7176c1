import type { BulkResult } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { canOnAction, type Permission } from '@gt/domain/authz';
import { actionRecord } from '../../core/action-access.ts';
import { DomainError, notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { keepWrites, type PlannedWrite } from '../actions/planned-write.ts';
import { type ActionForWrite, refOf } from '../actions/write-action.ts';

export type Item = { actionId: string; version: number };

/** What is decided for one row: a write, or nothing to write and the sentence that says why. */
export type Decided = PlannedWrite | { nothing: string };

type Refused = { actionId: string; reference: string; sentence: string; isForbidden: boolean };
type Each = {
  items: readonly Item[];
  /** Locked rows; those that are missing are not there any more. */
  rows: readonly ActionForWrite[];
  /** The right that each row asks for. */
  permission: (row: ActionForWrite) => Permission;
  /** Throws a DomainError to refuse the row. */
  decide: (row: ActionForWrite) => Decided;
};

/**
 * Decides each action on its own and writes those that may be written, in the caller's transaction: a line for every
 * action, in the order asked, and nothing half done. When the person has the right to none of them the whole request
 * is refused: throws NOT_ALLOWED.
 */
export async function writeEach(tx: Tx, scope: Scope, each: Each): Promise<BulkResult[]> {
  const rows = new Map(each.rows.map((row) => [row.id, row]));
  const changers = await namesOfChangers(tx, each, rows);
  const planned: PlannedWrite[] = [];
  const lines = new Map<string, BulkResult>();
  const refused: Refused[] = [];
  for (const { actionId, version } of each.items) {
    const ending = decideOne(scope, each, rows.get(actionId), { actionId, version }, changers);
    if ('isForbidden' in ending) refused.push(ending);
    else if ('nothing' in ending) {
      lines.set(actionId, { actionId, ...ending.ref, ok: true, changed: false, sentence: ending.nothing });
    } else planned.push(ending);
  }
  const first = refused[0];
  if (first && refused.length === each.items.length && refused.every(({ isForbidden }) => isForbidden)) {
    throw notAllowed(first.sentence);
  }
  for (const { isForbidden: _, ...line } of refused) {
    lines.set(line.actionId, { ...line, ok: false, changed: false });
  }
  const refs = await keepWrites(tx, scope, planned);
  for (const [index, { row, sentence }] of planned.entries()) {
    const ref = refs[index] ?? refOf(row);
    const { reference, version } = ref;
    lines.set(row.id, { actionId: row.id, reference, version, ok: true, changed: true, sentence });
  }
  return each.items.flatMap(({ actionId }) => lines.get(actionId) ?? []);
}

function decideOne(
  scope: Scope,
  { permission, decide }: Each,
  row: ActionForWrite | undefined,
  { actionId, version }: Item,
  changers: ReadonlyMap<string, string>,
): PlannedWrite | { nothing: string; ref: { reference: string; version: number } } | Refused {
  const record = row && actionRecord(row);
  if (!row || !record || !canOnAction(scope, 'action.read', record).ok) {
    const sentence = 'This action is not there any more, or you may not see it.';
    return { actionId, reference: '', sentence, isForbidden: true };
  }
  const { reference, version: present } = refOf(row);
  const refuse = (sentence: string, isForbidden = false) => ({ actionId, reference, sentence, isForbidden });
  const right = canOnAction(scope, permission(row), record);
  if (!right.ok) return refuse(right.reason, true);
  if (row.version !== version) {
    const who = changers.get(row.changedById) ?? 'Somebody else';
    return refuse(`${who} changed it since you looked. Look at it again, then try once more.`);
  }
  try {
    const decided = decide(row);
    return 'nothing' in decided ? { ...decided, ref: { reference, version: present } } : decided;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refuse(sentenceOf(error), error.code === 'NOT_ALLOWED');
  }
}

function sentenceOf({ message, fields }: DomainError): string {
  if (!fields || fields.length === 0) return message;
  return fields
    .map((field) => (/[.?!]$/.test(field.message) ? field.message : `${field.message}.`))
    .join(' ');
}

async function namesOfChangers(
  tx: Tx,
  { items }: Each,
  rows: ReadonlyMap<string, ActionForWrite>,
): Promise<ReadonlyMap<string, string>> {
  const stale = items.flatMap(({ actionId, version }) => {
    const row = rows.get(actionId);
    return row && row.version !== version ? [row.changedById] : [];
  });
  if (stale.length === 0) return new Map();
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(stale)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Each action once, as first named. */
export function eachOnce<T extends Item>(items: readonly T[]): T[] {
  return [...new Map([...items].reverse().map((item) => [item.actionId, item])).values()].reverse();
}
