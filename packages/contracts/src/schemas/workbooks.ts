import { z } from 'zod';
import {
  DUPLICATE_POLICIES,
  type NameFound,
  PROBLEM_POLICIES,
  type RecommendationFound,
  ROW_OUTCOMES,
  UPDATABLE_FIELDS,
  WORKBOOK_CONFIDENCES,
  WORKBOOK_FIELDS,
} from '../words/index.ts';
import { id, instant, version } from './base.ts';

const nameChoice = z.discriminatedUnion('to', [
  z.object({ to: z.enum(['TEAM', 'POST', 'USER']), id }),
  z.object({ to: z.literal('NEW_TEAM') }),
  z.object({ to: z.literal('NEW_POST'), teamId: id }),
  z.object({ to: z.literal('NOBODY') }),
]);
const key = z.string().max(4_000);

/** Everything a person chose for one workbook. */
export const workbookChoices = z.object({
  columns: z.record(key, z.enum(WORKBOOK_FIELDS)),
  names: z.record(key, nameChoice),
  recommendations: z.record(key, z.union([id, z.literal('NEW')])),
  recommendationForOthers: id.nullable(),
  duplicates: z.enum(DUPLICATE_POLICIES),
  problems: z.enum(PROBLEM_POLICIES),
  updates: z.array(z.enum(UPDATABLE_FIELDS)).max(UPDATABLE_FIELDS.length),
  leftOut: z.array(z.string().max(300)).max(5_000),
  hasLookedAtFindings: z.boolean(),
});

export const workbooksOfPlanInput = z.object({ planId: id });
export const workbookIdInput = z.object({ workbookId: id });
export const workbookChooseInput = z.object({ workbookId: id, version, choices: workbookChoices });
export const workbookVersionInput = z.object({ workbookId: id, version });
export const workbookUndoInput = workbookVersionInput.extend({
  /** Leaves what others changed since as it is, and undoes the rest. */
  keepChanged: z.boolean(),
});

/** READING: the file is being read. READY: it waits for choices. FAILED: it cannot be read. IMPORTED: it is in. */
export const WORKBOOK_STATES = ['READING', 'READY', 'FAILED', 'IMPORTED'] as const;

const workbookRef = z.object({
  id: z.string(),
  planId: z.string(),
  fileName: z.string(),
  size: z.number(),
  state: z.enum(WORKBOOK_STATES),
  failure: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  importedBy: z.string().nullable(),
  importedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  version: z.int(),
  /** What it brought in; null until then. */
  brought: z
    .object({ actions: z.int(), recommendations: z.int(), updates: z.int(), made: z.int() })
    .nullable(),
});

export const workbookListOut = z.array(workbookRef);

const counts = z.record(z.enum(ROW_OUTCOMES), z.int());

export const workbookOut = workbookRef.extend({
  choices: workbookChoices,
  /** What it would do now; null while it is read, and once it is in. */
  dryRun: z
    .object({
      columns: z.array(
        z.object({
          key: z.string(),
          heading: z.string(),
          field: z.enum(WORKBOOK_FIELDS),
          confidence: z.enum(WORKBOOK_CONFIDENCES),
          why: z.string(),
          samples: z.array(z.string()),
        }),
      ),
      notes: z.array(z.string()),
      names: z.array(z.custom<NameFound>((value) => typeof value === 'object' && value !== null)),
      recommendations: z.array(
        z.custom<RecommendationFound>((value) => typeof value === 'object' && value !== null),
      ),
      counts,
      totals: z.object({ rows: z.int(), imported: z.int(), explained: z.int(), blank: z.int() }),
      /** What looks like somebody's data among the words that would come in. */
      findings: z.array(
        z.object({
          sheet: z.string(),
          row: z.int(),
          masked: z.string(),
          why: z.string(),
          isLikely: z.boolean(),
        }),
      ),
      findingsTotal: z.int(),
      /** Why nothing may be brought in as it stands; '' when it may. */
      stop: z.string(),
    })
    .nullable(),
  /** Whom actions can be given to, for choosing. */
  directory: z.object({
    teams: z.array(z.object({ id: z.string(), name: z.string() })),
    posts: z.array(z.object({ id: z.string(), title: z.string(), teamId: z.string() })),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
    recommendations: z.array(z.object({ id: z.string(), number: z.int(), quote: z.string() })),
  }),
  /** Whether this person may make teams and posts. */
  mayMake: z.boolean(),
});

export const workbookRowsInput = z.object({
  workbookId: id,
  outcome: z.enum(ROW_OUTCOMES).nullable().default(null),
  from: z.int().min(0).max(5_000).default(0),
});
export const workbookRowsOut = z.object({
  rows: z.array(
    z.object({
      sheet: z.string(),
      row: z.int(),
      outcome: z.enum(ROW_OUTCOMES),
      cells: z.array(z.object({ heading: z.string(), text: z.string() })),
      becomes: z.array(z.object({ label: z.string(), text: z.string() })),
      changes: z.array(z.object({ field: z.enum(UPDATABLE_FIELDS), was: z.string(), becomes: z.string() })),
      reference: z.string().nullable(),
      reasons: z.array(z.string()),
    }),
  ),
  total: z.int(),
  /** Where the next page begins; null at the end. */
  next: z.int().nullable(),
});

export const workbookUndoOut = z.object({
  undone: z.boolean(),
  /** Actions and recommendations that somebody changed since, and what then. */
  changed: z.array(z.object({ reference: z.string(), title: z.string(), sentence: z.string() })),
});

export type WorkbookOut = z.infer<typeof workbookOut>;
export type WorkbookListOut = z.infer<typeof workbookListOut>;
export type WorkbookRowsOut = z.infer<typeof workbookRowsOut>;
export type WorkbookRowsInput = z.infer<typeof workbookRowsInput>;
export type WorkbookUndoOut = z.infer<typeof workbookUndoOut>;
export type WorkbookUndoInput = z.infer<typeof workbookUndoInput>;
export type WorkbookChooseInput = z.infer<typeof workbookChooseInput>;
