export {
  type AcceptanceAnswer,
  acceptanceAfter,
  answerOffer,
  answersForTeam,
  checkAnswerWords,
  type Offer,
} from './acceptance.ts';
export { type OwnerInTeam, ownerOutsideTeam } from './owner-outside-team.ts';
export {
  UNDOABLE_FIELDS,
  type UndoAsked,
  type UndoDecision,
  type UndoGroup,
  undoChange,
} from './undo-change.ts';
export { HEAT_WORDS, type Heat, heatOf, type Workload, workloadWeeks, workloadWords } from './workload.ts';
