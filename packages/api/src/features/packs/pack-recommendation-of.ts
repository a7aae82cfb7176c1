import {
  ITEM_CATEGORY_LABELS,
  JUDGEMENT_AREA_LABELS,
  type PackAction,
  type PackRag,
  type PackRecommendation,
  type PackServing,
  type PackThread,
} from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { inspectionWords } from '@gt/domain/inspection';
import { missingWords, type RecommendationReadiness } from '@gt/domain/pack';
import { referenceAcross } from '@gt/domain/plan';
import { worstRag } from '@gt/domain/rag';
import {
  recommendationProgress,
  recommendationReference,
  recommendationTitle,
} from '@gt/domain/recommendation';
import { toIsoDateOrNull } from '../../core/dates.ts';
import type { ActionFacts, RecommendationFacts } from '../recommendations/load-facts.ts';
import { rateAction } from '../recommendations/rate-action.ts';
import { threadOf } from '../recommendations/thread-of.ts';
import { isTold, packActionOf } from './pack-action-of.ts';
import { packMeasureOf } from './pack-measure-of.ts';
import type { PackSources } from './pack-sources.ts';
import { redactedWords } from './redacted-words.ts';

/** One recommendation as the pack prints it: verbatim words, thread, actions with their history. Pure. */
export function packRecommendationOf(
  facts: RecommendationFacts,
  readiness: RecommendationReadiness | undefined,
  sources: PackSources,
): PackRecommendation {
  const actionFacts = (sources.facts.actionsOf.get(facts.id) ?? []).filter((action) =>
    isTold(action, sources.request),
  );
  const actions = actionFacts.map((action) => packActionOf(action, facts.number, sources));
  const quote = facts.redactedAt ? redactedWords(facts.redactedAt) : facts.quote;
  return {
    ref: recommendationReference(facts.number),
    title: recommendationTitle(quote),
    quote,
    pages: facts.page === null ? [] : [facts.page],
    ...kindOf(facts, sources),
    paragraphs: facts.paragraphNumbers.toSorted((a, b) => a - b).map(String),
    areas: facts.judgementAreas.map((area) => JUDGEMENT_AREA_LABELS[area] ?? area),
    lineage: sources.raisedBefore.get(facts.id) ?? '',
    lead: sources.people.postAndHolder(facts.leadPostTitle, facts.leadHolder),
    goodLooksLike: facts.goodLooksLike,
    closureTest: facts.closureTest,
    missing: readiness ? missingWords(readiness) : [],
    status: recommendationProgress(actions).status,
    rag: overallRag(actions),
    thread: printedThread(facts, sources),
    actions,
    alsoAnsweredBy: servingOf(facts, sources),
    measures: (sources.facts.measuresOf.get(facts.id) ?? []).map((measure) =>
      packMeasureOf(measure, sources),
    ),
    signOff: sources.signOffs.get(facts.id) ?? null,
  };
}

/** What the report calls it and what was answered; which inspection it came from, where the plan has several. */
function kindOf({ category, response, inspection, redactedAt }: RecommendationFacts, { facts }: PackSources) {
  const isOne = new Set(facts.recommendations.map(({ inspectionId }) => inspectionId)).size < 2;
  return {
    ...(category === null ? {} : { category: ITEM_CATEGORY_LABELS[category] }),
    ...(response === '' || redactedAt ? {} : { response }),
    ...(isOne || inspection === null ? {} : { inspection: inspectionWords(inspection) }),
  };
}

/** Actions that stand under another recommendation, of this plan or another, and answer this one as well. */
function servingOf(
  facts: RecommendationFacts,
  { facts: all, people, request, scope }: PackSources,
): PackServing[] {
  return (all.servingOf.get(facts.id) ?? [])
    .filter((action) => action.recommendationId !== facts.id && isServingTold(action, request))
    .map((action) => ({
      ref: referenceAcross(actionReference(action.recommendationNumber, action.number), action.ofPlan),
      title: action.title,
      team: action.teamName ?? '',
      owner: people.postAndHolder(action.ownerPostTitle, action.ownerName),
      status: action.status,
      rag: rateAction(action, scope.today).declared,
      dueOn: toIsoDateOrNull(action.dueDate),
    }));
}

/** A frozen review keeps the actions of its own plan alone: of others the day of their making decides. */
function isServingTold(action: ActionFacts, request: PackSources['request']): boolean {
  return isTold(action, action.ofPlan === null ? request : { ...request, snapshot: null });
}

/** As the frozen review left it, or as it is. */
function printedThread(facts: RecommendationFacts, sources: PackSources): PackThread {
  const frozen = sources.request.snapshot?.recommendations.find(({ id }) => id === facts.id);
  if (frozen) {
    const [said, done, proved, changed] = frozen.knots;
    const none = { state: 'MISSING', words: '' } as const;
    return { said: said ?? none, done: done ?? none, proved: proved ?? none, changed: changed ?? none };
  }
  const { facts: all, scope } = sources;
  const actions = all.servingOf.get(facts.id) ?? [];
  const links = all.linksOf.get(facts.id) ?? [];
  const measures = all.measuresOf.get(facts.id) ?? [];
  const { knots } = threadOf(facts, actions, links, measures, scope.today);
  const knot = (name: (typeof knots)[number]['knot']) => {
    const found = knots.find((one) => one.knot === name);
    return { state: found?.state ?? 'MISSING', words: found?.words ?? '' };
  };
  return { said: knot('SAID'), done: knot('DONE'), proved: knot('PROVED'), changed: knot('CHANGED') };
}

/** The worst of its actions, leaving cancelled ones out, and which action that is. */
function overallRag(actions: readonly PackAction[]): PackRag {
  const live = actions.filter((action) => action.status !== 'CANCELLED');
  const declared = worstRag(live.map(({ rag }) => rag.declared));
  const calculated = worstRag(live.map(({ rag }) => rag.calculated));
  const declarer = live.find(({ rag }) => rag.declared === declared && rag.declaredReason !== '');
  const culprit = live.find(({ rag }) => rag.calculated === calculated);
  return {
    declared,
    declaredReason: declarer ? `${declarer.ref}: ${declarer.rag.declaredReason}` : '',
    calculated,
    calculatedReason: culprit ? `${culprit.ref}: ${culprit.rag.calculatedReason}` : 'No action yet',
  };
}
