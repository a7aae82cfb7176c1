import type { InspectionOut } from '@gt/contracts/schemas';
import {
  EVIDENCE_STATE_LABELS,
  formatDate,
  GRADE_LABELS,
  INSPECTION_KIND_LABELS,
  JUDGEMENT_AREA_LABELS,
  type PackContent,
  type PackEvidence,
  type PackOmission,
  SENSITIVITY_LABELS,
} from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { DEFAULT_CLOCK_SETTINGS, DRAFT_SUBJECT, STATEMENT_SUBJECT } from '@gt/domain/inspection';
import type { PackScope } from '@gt/domain/pack';
import { recommendationReference } from '@gt/domain/recommendation';
import { countOf, listWords } from '@gt/domain/wording';
import { toInstant } from '../../core/dates.ts';
import { isTold } from './pack-action-of.ts';
import type { PackFacts } from './pack-facts.ts';
import { packRecommendationOf } from './pack-recommendation-of.ts';
import type { PackRequest, PackSources } from './pack-sources.ts';
import { divideEvidence } from './read-readiness.ts';
import { readinessOf } from './readiness-of.ts';
import type { PackEvidenceFacts } from './scope-evidence.ts';

/** Puts together what a pack says, every rule asked of the domain. Pure. */
export function packContentOf(sources: PackSources): PackContent {
  const { request, facts, inspection, clocks, scope } = sources;
  const { included, leftOut } = divideEvidence(facts.evidence, request);
  const readiness = readinessOf(facts, scope.today);
  const missingOf = new Map(readiness.recommendations.map((row) => [row.id, row]));
  return {
    packId: request.packId,
    planTitle: facts.plan.name,
    council: facts.plan.councilName,
    trust: facts.plan.trustName === '' ? null : facts.plan.trustName,
    marking: SENSITIVITY_LABELS[request.marking],
    scope: scopeWords(request, facts),
    audience: request.audience,
    coverNote: request.coverNote,
    asAt: asAtWords(sources),
    generatedAt: toInstant(scope.now),
    generatedBy: request.audience === 'PUBLIC' ? '' : scope.userName,
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
    evidence: included.flatMap((one) => packEvidence(one, sources)),
    omissions: [...leftOut, ...facts.redactedTexts, ...actionsBeyond(sources)],
    audit: request.audit,
  };
}

/** Which day it tells of, and what is as on the day of asking all the same. */
function asAtWords({ request: { cutOff, snapshot }, scope }: PackSources): string {
  const asked = formatDate(scope.today);
  if (snapshot) {
    const review = snapshot.review ? ` when review ${snapshot.review.number} was frozen` : '';
    return `As the plan stood${review} on ${formatDate(snapshot.asAt)}; checks of evidence and what remains are as on ${asked}.`;
  }
  if (cutOff === null || cutOff === scope.today) return `As the plan stood on ${asked}.`;
  return `Updates, dates, figures and files up to ${formatDate(cutOff)}; statuses, colours, checks of evidence and what remains are as on ${asked}.`;
}

/** Actions that were not there on the last day that the pack tells of. */
function actionsBeyond({ facts, request }: PackSources): PackOmission[] {
  return facts.recommendations.flatMap(({ id, number }) =>
    (facts.actionsOf.get(id) ?? [])
      .filter((action) => !isTold(action, request))
      .map((action) => ({
        what: 'TEXT' as const,
        code: 'BEYOND_CUT_OFF' as const,
        ref: actionReference(number, action.number),
        title: 'Action',
        reason: `It was made after ${request.cutOff ? formatDate(request.cutOff) : 'that'}, the last day this pack tells of.`,
        recommendationRefs: [recommendationReference(number)],
      })),
  );
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

type Included = PackScope<PackEvidenceFacts>['included'][number];

function packEvidence({ item, place, screening }: Included, { people }: PackSources): PackEvidence[] {
  if (!item.file) return [];
  const { check, file } = item;
  const isSaid = check !== null && check.decision === item.state;
  const { fileName, sha256, size, uploadedOn } = file;
  return [
    {
      ref: item.reference,
      title: item.title,
      kind: item.kind,
      shows: item.shows,
      showsImpact: item.showsImpact,
      difference: item.difference,
      source: item.source,
      periodFrom: item.periodFrom,
      periodTo: item.periodTo,
      state: item.state,
      verification: isSaid
        ? `${EVIDENCE_STATE_LABELS[item.state]} by ${people.nameOf(check.checkedById, check.checkedOn)} on ${formatDate(check.checkedOn)}`
        : '',
      sensitivity: SENSITIVITY_LABELS[item.sensitivity],
      uploadedOn,
      uploaderPost: people.postOf(file.uploadedById, uploadedOn),
      verifierPost: isSaid ? people.postOf(check.checkedById, check.checkedOn) : '',
      screening,
      warning: item.warning,
      place,
      ...{ fileName, sha256, size },
      recommendationRefs: [...item.recommendationRefs],
      actionRefs: item.actionRefs,
    },
  ];
}
