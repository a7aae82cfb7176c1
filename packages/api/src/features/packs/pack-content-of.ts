import type { InspectionOut } from '@gt/contracts/schemas';
import {
  EVIDENCE_STATE_LABELS,
  formatDate,
  GRADE_LABELS,
  INSPECTION_KIND_LABELS,
  JUDGEMENT_AREA_LABELS,
  type PackContent,
  type PackEvidence,
  type PackPlace,
  SENSITIVITY_LABELS,
} from '@gt/contracts/words';
import { DEFAULT_CLOCK_SETTINGS, DRAFT_SUBJECT, STATEMENT_SUBJECT } from '@gt/domain/inspection';
import { recommendationReference } from '@gt/domain/recommendation';
import { countOf, listWords } from '@gt/domain/wording';
import { toInstant } from '../../core/dates.ts';
import type { PackFacts } from './pack-facts.ts';
import { packRecommendationOf } from './pack-recommendation-of.ts';
import type { PackRequest, PackSources } from './pack-sources.ts';
import { divideEvidence } from './read-readiness.ts';
import { readinessOf } from './readiness-of.ts';
import type { PackEvidenceFacts } from './scope-evidence.ts';

/** Puts together what a pack says, every rule asked of the domain. Pure. */
export function packContentOf(sources: PackSources): PackContent {
  const { request, facts, inspection, clocks, scope } = sources;
  const { included, leftOut } = divideEvidence(facts.evidence, request.marking);
  const readiness = readinessOf(facts, scope.today);
  const missingOf = new Map(readiness.recommendations.map((row) => [row.id, row]));
  return {
    packId: request.packId,
    planTitle: facts.plan.name,
    council: facts.plan.councilName,
    trust: facts.plan.trustName === '' ? null : facts.plan.trustName,
    marking: SENSITIVITY_LABELS[request.marking],
    scope: scopeWords(request, facts),
    generatedAt: toInstant(scope.now),
    generatedBy: scope.userName,
    inspection: inspectionFacts(inspection),
    clocks: clocks.map(({ workingDays, dueDate, submittedOn, stateText }) => ({
      label: `${clockSubject(workingDays)} (${workingDays} working days from receipt)`,
      dueOn: dueDate,
      submittedOn,
      stateText,
    })),
    recommendations: facts.recommendations.map((recommendation) =>
      packRecommendationOf(recommendation, missingOf.get(recommendation.id), sources),
    ),
    evidence: included.flatMap(({ item, place }) => packEvidence(item, place, sources)),
    omissions: [...leftOut, ...facts.redactedTexts],
    audit: request.audit,
  };
}

function clockSubject(workingDays: number): string {
  return workingDays === DEFAULT_CLOCK_SETTINGS.draft ? DRAFT_SUBJECT : STATEMENT_SUBJECT;
}

/** "Whole plan, 6 recommendations"; "R1 and R3: 2 of 6 recommendations". */
function scopeWords(request: PackRequest, { recommendations, allRecommendations }: PackFacts): string {
  const all = countOf(allRecommendations, 'recommendation');
  if (request.recommendationIds.length === 0) return `Whole plan, ${all}`;
  const references = recommendations.map(({ number }) => recommendationReference(number));
  return `${listWords(references)}: ${references.length} of ${all}`;
}

function inspectionFacts(inspection: InspectionOut | null): PackContent['inspection'] {
  return {
    kind: inspection ? INSPECTION_KIND_LABELS[inspection.kind] : 'No inspection on record',
    startedOn: inspection?.startDate ?? null,
    endedOn: inspection?.endDate ?? null,
    publishedOn: inspection?.publicationDate ?? null,
    receivedOn: inspection?.receivedDate ?? null,
    leadInspector: inspection?.leadInspector ?? null,
    judgements: (inspection?.judgements ?? []).map(({ area, grade }) => ({
      area: JUDGEMENT_AREA_LABELS[area] ?? area,
      grade: GRADE_LABELS[grade],
    })),
  };
}

function packEvidence(item: PackEvidenceFacts, place: PackPlace, { names }: PackSources): PackEvidence[] {
  if (!item.file) return [];
  const { check } = item;
  const by = check ? (names.get(check.checkedById) ?? 'somebody no longer on record') : '';
  return [
    {
      ref: item.reference,
      title: item.title,
      kind: item.kind,
      shows: item.shows,
      source: item.source,
      periodFrom: item.periodFrom,
      periodTo: item.periodTo,
      state: item.state,
      verification:
        check?.decision === item.state
          ? `${EVIDENCE_STATE_LABELS[item.state]} by ${by} on ${formatDate(check.checkedOn)}`
          : '',
      sensitivity: SENSITIVITY_LABELS[item.sensitivity],
      place,
      ...item.file,
      recommendationRefs: [...item.recommendationRefs],
      actionRefs: item.actionRefs,
    },
  ];
}
