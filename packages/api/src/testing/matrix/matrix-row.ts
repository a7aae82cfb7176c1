import type { FileRequest } from '../../core/file-route.ts';
import type { Person } from '../harness.ts';
import type { On } from './on.ts';
import type { World } from './world.ts';

/** Who is tried in every row, each with one role and nothing else. Signed out and "no role" are tried beside them. */
export const COLUMNS = [
  'lead',
  'manager',
  'contributor',
  'partner',
  'verifier',
  'viewer',
  'administrator',
] as const;
export type Column = (typeof COLUMNS)[number];

export type Cell = { world: World; on: On; person: Person };

export type RowRules = {
  /** By hand, never from the product's own tables: for each kind of record, who may. Everybody else is refused. */
  may: Partial<Record<On, readonly Column[]>>;
  /** Kinds of record on which the refusal is a rule of the record (RULE), told in a sentence, not of the role. */
  refusedByRule?: readonly On[];
  /** Why an allowed write leaves no row in the audit. */
  leavesNoAudit?: string;
};

/** A procedure, and input that is valid for whoever may call it. Each cell gets records of its own. */
export type ProcedureRow = RowRules & { path: string; input(cell: Cell): Promise<unknown> | unknown };

/** A file route "METHOD /path", and the request for it. */
export type FileRow = RowRules & {
  path: string;
  /** A GET that the history tells of: it takes much away at once. */
  leavesAudit?: true;
  request(cell: Cell): Promise<Partial<FileRequest>> | Partial<FileRequest>;
};
