export { aRecommendation, type RecommendationFacts } from './a-recommendation.ts';
export { type ActionFacts, anAction } from './an-action.ts';
export { anEvidence, type EvidenceFacts } from './an-evidence.ts';
export { anUpdate, type UpdateFacts } from './an-update.ts';
export { clock, TODAY } from './clock.ts';
export { ids } from './ids.ts';
