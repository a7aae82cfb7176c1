export { type AskedPost, canAnswerAsk, canAskForEvidence, canWithdrawAsk } from './ask-rules.ts';
export {
  canAddEvidenceVersion,
  canDownloadEvidence,
  canEditEvidence,
  canLinkToRecommendation,
  canReadEvidence,
  type EvidenceRecord,
  type LinkedAction,
} from './evidence-rules.ts';
export { canEditMeasure, canEnterFigures, type MeasureRecord } from './measure-rules.ts';
export { holds, PERMISSION_ROLES, type Permission, PUBLIC } from './permissions.ts';
export {
  type ActionRecord,
  type Actor,
  canAssignTo,
  canDecideRedaction,
  canOnAction,
  type Decision,
  isOwnAction,
  isTeamAction,
  type RedactionAsked,
  seesWholePlan,
} from './record-rules.ts';
export { canChairReview, canRunReview, canWriteInReview, type ReviewRecord } from './review-rules.ts';
export { canManageUpdateLink, linkReaches, type UpdateLinkRecord } from './update-link-rules.ts';
