import { z } from 'zod';
import { GRADES, INSPECTION_KINDS, INSPECTION_OUTCOMES, type IsoDate, isIsoDate } from '../words/index.ts';
import { id, isoDate, isoDateOut, requiredText, text, version } from './base.ts';

/** One judgement of a report: area key of `JUDGEMENT_AREA_LABELS`, grade, and the page it stands on. */
export const judgementInput = z.object({
  area: z.string().min(1).max(80),
  grade: z.enum(GRADES),
  page: z.int().min(1).max(1000).nullable(),
});

const RECEIVED = 'Enter the date the council received the report, such as 12 March 2026.';
const receivedDate = z
  .string(RECEIVED)
  .refine((value): value is IsoDate => isIsoDate(value), RECEIVED)
  .transform((value) => value as IsoDate);

/** What a person confirms about an inspection. `receivedDate` has no default: it is asked, never guessed. */
export const inspectionFacts = z.object({
  kind: z.enum(INSPECTION_KINDS, 'Choose the kind of inspection.'),
  frameworkKey: z.string().min(1, 'Choose the inspection framework.').max(40),
  authority: requiredText(200, 'The name of the authority inspected'),
  inspectionDateText: text(200, 'The dates of the inspection'),
  startDate: isoDate.nullable(),
  endDate: isoDate.nullable(),
  publicationDate: isoDate.nullable(),
  receivedDate,
  leadInspector: text(200, 'The name of the lead inspector').nullable(),
  urn: text(20, 'The URN').nullable(),
  /** What was said of the whole, where the framework says it in words of its own. */
  outcome: z.enum(INSPECTION_OUTCOMES).nullable().default(null),
  answersWith: text(200, 'The name of who answers with the council').default(''),
  judgements: z.array(judgementInput).max(20, 'A report has at most 20 judgements.'),
});

/** Correction of an inspection's facts after the plan exists. */
export const inspectionEditInput = inspectionFacts.extend({ inspectionId: id, version });

export const inspectionEdited = z.object({ inspectionId: z.string(), version: z.int() });

/** What goes with the file that stops a clock, in the address of the upload. */
export const clockSubmitInput = z.object({ clockId: id, submittedOn: isoDate, version });

/** Where the statutory clock stands, with the words for the screen. Days are working days. */
export const clockOut = z.object({
  id: z.string(),
  inspectionId: z.string(),
  workingDays: z.int(),
  receivedDate: isoDateOut,
  dueDate: isoDateOut,
  submittedOn: isoDateOut.nullable(),
  submittedFileName: z.string().nullable(),
  /** A `ClockState` of domain/inspection. */
  state: z.string(),
  /** "Action plan due in 23 working days". */
  stateText: z.string(),
  /** Working days until the due date: negative when it has passed; null once submitted. */
  workingDaysLeft: z.int().nullable(),
  version: z.int(),
});

export const inspectionOut = z.object({
  id: z.string(),
  planId: z.string(),
  kind: z.enum(INSPECTION_KINDS),
  frameworkKey: z.string(),
  authority: z.string(),
  inspectionDateText: z.string(),
  startDate: isoDateOut.nullable(),
  endDate: isoDateOut.nullable(),
  publicationDate: isoDateOut.nullable(),
  receivedDate: isoDateOut,
  leadInspector: z.string().nullable(),
  urn: z.string().nullable(),
  outcome: z.enum(INSPECTION_OUTCOMES).nullable(),
  answersWith: z.string(),
  reportFileName: z.string().nullable(),
  judgements: z.array(z.object({ area: z.string(), grade: z.enum(GRADES), page: z.int().nullable() })),
  version: z.int(),
});

export type InspectionFacts = z.infer<typeof inspectionFacts>;
export type InspectionEditInput = z.infer<typeof inspectionEditInput>;
export type InspectionOut = z.infer<typeof inspectionOut>;
export type ClockOut = z.infer<typeof clockOut>;
