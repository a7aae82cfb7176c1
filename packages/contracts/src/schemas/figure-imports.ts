import { z } from 'zod';
import { FIGURE_OUTCOMES, FIGURE_POLICIES } from '../words/index.ts';
import { id, instant, isoDateOut, text, version } from './base.ts';
import { WORKBOOK_STATES } from './workbooks.ts';

/** What a person chose for one file of figures. The reason is the domain's to bound. */
export const figureChoices = z.object({
  policy: z.enum(FIGURE_POLICIES),
  reason: text(5_000, 'Reason'),
  hasLookedAtFindings: z.boolean(),
});

export const figureImportsInput = z.object({ planId: id });
export const figureImportIdInput = z.object({ importId: id });
export const figureChooseInput = z.object({ importId: id, version, choices: figureChoices });
export const figureVersionInput = z.object({ importId: id, version });
export const figureConfirmInput = figureVersionInput.extend({
  /** What the person saw would be added and corrected: figures entered meanwhile are no surprise. */
  expected: z.object({ add: z.int().min(0), correct: z.int().min(0) }),
});
export const figureUndoInput = figureVersionInput.extend({
  /** Leaves figures that were corrected since as they are, and undoes the rest. */
  keepChanged: z.boolean(),
});

const figureImportRef = z.object({
  id: z.string(),
  planId: z.string(),
  fileName: z.string(),
  state: z.enum(WORKBOOK_STATES),
  failure: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  importedBy: z.string().nullable(),
  importedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  /** How many figures it entered, and of how many measures; null until then. */
  entered: z.object({ figures: z.int(), measures: z.int() }).nullable(),
  version: z.int(),
});

export const figureImportListOut = z.array(figureImportRef);

const judged = z.object({
  sheet: z.string(),
  row: z.int(),
  /** The heading of the column, where the days stand across; else ''. */
  across: z.string(),
  text: z.string(),
  measureId: z.string().nullable(),
  reference: z.string(),
  unit: z.string(),
  date: isoDateOut.nullable(),
  value: z.number().nullable(),
  comment: z.string(),
  outcome: z.enum(FIGURE_OUTCOMES),
  reason: z.string(),
});

export const figureImportOut = figureImportRef.extend({
  choices: figureChoices,
  /** What it would do now; null while it is read, and once it is in. */
  dryRun: z
    .object({
      counts: z.record(z.enum(FIGURE_OUTCOMES), z.int()),
      measures: z.int(),
      words: z.string(),
      /** Why nothing may be entered as it stands; '' when it may. */
      stop: z.string(),
      /** Words in comments that look like somebody's data. */
      findings: z.array(
        z.object({ row: z.int(), masked: z.string(), why: z.string(), isLikely: z.boolean() }),
      ),
    })
    .nullable(),
});

export const figureRowsInput = z.object({
  importId: id,
  outcome: z.enum(FIGURE_OUTCOMES).nullable().default(null),
  from: z.int().min(0).max(1_000_000).default(0),
});
export const figureRowsOut = z.object({
  rows: z.array(judged),
  total: z.int(),
  /** Where the next page begins; null at the end. */
  next: z.int().nullable(),
});

export const figureImportVersion = z.object({ importId: z.string(), version: z.int() });
export const figureUndoOut = z.object({
  undone: z.boolean(),
  /** Figures of it that were corrected or taken away since: "M4, 31 March 2026". */
  changed: z.array(z.string()),
});

export type FigureImportOut = z.infer<typeof figureImportOut>;
export type FigureImportListOut = z.infer<typeof figureImportListOut>;
export type FigureRowsInput = z.infer<typeof figureRowsInput>;
export type FigureRowsOut = z.infer<typeof figureRowsOut>;
export type FigureChooseInput = z.infer<typeof figureChooseInput>;
export type FigureConfirmInput = z.infer<typeof figureConfirmInput>;
export type FigureUndoInput = z.infer<typeof figureUndoInput>;
export type FigureUndoOut = z.infer<typeof figureUndoOut>;
export type FigureImportVersion = z.infer<typeof figureImportVersion>;
