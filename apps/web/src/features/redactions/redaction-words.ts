import type { RedactableEntity } from '@gt/contracts/words';

/** What is to be destroyed, as it stands in a sentence. */
export const ENTITY_WORDS: Record<RedactableEntity, string> = {
  ACTION: 'the words of this action',
  PROGRESS_UPDATE: 'the words of this update',
  EVIDENCE: 'this evidence with its files',
  EVIDENCE_VERSION: 'this file',
  RECOMMENDATION: 'the words of this recommendation',
  REPORT_PARAGRAPH: 'the words of this paragraph of the report',
  COMMENT: 'the words of this comment',
  MEASURE: 'the words of this measure and its figures’ comments',
  MEASURE_COMMENT: 'the words of this comment on a figure',
  REVIEW: 'the words of a review',
  REPORT: 'the words of a paper',
  LINE_OF_ENQUIRY: 'this line of enquiry',
  PACK: 'the cover note of this pack, and its file with it',
  PLAN_DATE: 'the words of this date in the calendar',
  CLOCK_GATE: 'the words of this approval gate',
  WINDOW_ASSUMPTION: 'the reason for this assumption',
  EARLIER_INSPECTION: 'the words of this earlier inspection, and its report',
  EARLIER_RECOMMENDATION: 'the words of this earlier recommendation',
  LINEAGE_LINK: 'the note on why these are the same concern, or not',
};

/** The same in a table. */
export const ENTITY_LABELS: Record<RedactableEntity, string> = {
  ACTION: 'Words of an action',
  PROGRESS_UPDATE: 'Words of an update',
  EVIDENCE: 'Evidence with its files',
  EVIDENCE_VERSION: 'A file',
  RECOMMENDATION: 'Words of a recommendation',
  REPORT_PARAGRAPH: 'Words of a paragraph of the report',
  COMMENT: 'Words of a comment',
  MEASURE: 'Words of a measure',
  MEASURE_COMMENT: 'Words of a comment on a figure',
  REVIEW: 'Words of a review',
  REPORT: 'Words of a paper',
  LINE_OF_ENQUIRY: 'A line of enquiry',
  PACK: 'Cover note of a pack',
  PLAN_DATE: 'Words of a date in the calendar',
  CLOCK_GATE: 'Words of an approval gate',
  WINDOW_ASSUMPTION: 'Reason for an assumption',
  EARLIER_INSPECTION: 'Words of an earlier inspection, and its report',
  EARLIER_RECOMMENDATION: 'Words of an earlier recommendation',
  LINEAGE_LINK: 'Note on a recommendation raised before',
};
