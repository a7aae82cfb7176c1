import { z } from 'zod';
import { actionFilter } from './action-filter.ts';
import { actionListInput } from './actions.ts';

/** Columns that can be taken away. The names of those of the plan's table are the table's own. */
export const EXPORT_COLUMNS = [
  'reference',
  /** By which a list that is changed in Excel and brought back is held against the plan. */
  'version',
  'title',
  'detail',
  'recommendation',
  'team',
  'owner',
  'leadPost',
  'partner',
  'supportingTeams',
  'acceptance',
  'startDate',
  'dueDate',
  'originalDueDate',
  'timesMoved',
  'status',
  'priority',
  'percentComplete',
  'rag',
  'ragReason',
  'calculatedReasons',
  'milestones',
  'waitsFor',
  'measures',
  'successMeasure',
  'evidence',
  'thread',
  'lastUpdateAt',
  'reviewMarkedAt',
  'commentCount',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;

/** What is asked for in the address of an export: the input of the list without its page, and how to write it. */
export const actionExportInput = z.object({
  filter: actionFilter.default({}),
  sort: actionListInput.shape.sort,
  groupBy: actionListInput.shape.groupBy,
  /** In the order in which they are to stand; all when absent. Names that are not columns are left out. */
  columns: z
    .array(z.string().max(40))
    .max(100)
    .transform((names) =>
      names.filter((name): name is ExportColumn => EXPORT_COLUMNS.some((known) => known === name)),
    )
    .default([]),
  format: z.enum(EXPORT_FORMATS, 'Choose a workbook (xlsx) or a plain list (csv).'),
});

export type ActionExportInput = z.infer<typeof actionExportInput>;
