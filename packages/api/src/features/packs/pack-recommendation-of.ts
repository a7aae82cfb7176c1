import {
  formatDate,
  JUDGEMENT_AREA_LABELS,
  type PackAction,
  type PackDateRevision,
  type PackRag,
  type PackRecommendation,
  type PackThread,
  type PackUpdate,
} from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { missingWords, type RecommendationReadiness } from '@gt/domain/pack';
import { worstRag } from '@gt/domain/rag';
import {
  recommendationProgress,
  recommendationReference,
  recommendationTitle,
} from '@gt/domain/recommendation';
import { londonDate, toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import type { ActionFacts, RecommendationFacts } from '../recommendations/load-facts.ts';
import { rateAction } from '../recommendations/rate-action.ts';
import { threadOf } from '../recommendations/thread-of.ts';
import type { ActionTexts } from './action-texts.ts';
import { packMeasureOf } from './pack-measure-of.ts';
import type { PackSources } from './pack-sources.ts';

/** One recommendation as the pack prints it: verbatim words, thread, actions with their history. Pure. */
export function packRecommendationOf(
  facts: RecommendationFacts,
  readiness: RecommendationReadiness | undefined,
  sources: PackSources,
): PackRecommendation {
  const actionFacts = sources.facts.actionsOf.get(facts.id) ?? [];
  const actions = actionFacts.map((action) => actionOf(action, facts.number, sources));
  const quote = facts.redactedAt ? redacted(facts.redactedAt) : facts.quote;
  return {
    ref: recommendationReference(facts.number),
    title: recommendationTitle(quote),
    quote,
    pages: facts.page === null ? [] : [facts.page],
    paragraphs: facts.paragraphNumbers.toSorted((a, b) => a - b).map(String),
    areas: facts.judgementAreas.map((area) => JUDGEMENT_AREA_LABELS[area] ?? area),
    lineage: '',
    lead: postAndHolder(facts.leadPostTitle, facts.leadHolder),
    goodLooksLike: facts.goodLooksLike,
    closureTest: facts.closureTest,
    missing: readiness ? missingWords(readiness) : [],
    status: recommendationProgress(actionFacts).status,
    rag: overallRag(actions),
    thread: printedThread(facts, sources),
    actions,
    measures: (sources.facts.measuresOf.get(facts.id) ?? []).map((measure) =>
      packMeasureOf(measure, sources.scope.today),
    ),
  };
}

function printedThread(facts: RecommendationFacts, { facts: all, scope }: PackSources): PackThread {
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

function actionOf(facts: ActionFacts, recommendationNumber: number, sources: PackSources): PackAction {
  const text = sources.texts.get(facts.id);
  const rated = rateAction(facts, sources.scope.today);
  const gone = text?.redactedAt ?? null;
  return {
    ref: actionReference(recommendationNumber, facts.number),
    title: gone ? redacted(gone) : facts.title,
    detail: text?.detail ?? '',
    team: facts.teamName ?? '',
    owner: postAndHolder(facts.ownerPostTitle, facts.ownerName),
    partner: text?.partnerTeam?.name ?? '',
    priority: text?.priority ?? 'MEDIUM',
    status: facts.status,
    statusReason: text?.statusReason ?? '',
    successMeasure: text?.successMeasure ?? '',
    percent: facts.percentComplete,
    startOn: toIsoDateOrNull(facts.startDate),
    originalDueOn: rated.originalDueDate,
    dueOn: rated.dueDate,
    closedOn: text?.closedAt ? londonDate(text.closedAt) : null,
    revisions: (text?.dateRevisions ?? [])
      .filter((revision) => revision.fromDate !== null)
      .map((revision) => revisionOf(revision, sources)),
    rag: {
      declared: rated.declared,
      declaredReason: text?.ragReason ?? '',
      calculated: rated.calculated.rag,
      calculatedReason: rated.calculated.sentence,
    },
    updates: updatesOf(text?.updates ?? [], sources),
  };
}

function revisionOf(revision: ActionTexts['dateRevisions'][number], sources: PackSources): PackDateRevision {
  return {
    from: toIsoDateOrNull(revision.fromDate),
    to: toIsoDateOrNull(revision.toDate),
    on: londonDate(revision.changedAt),
    by: approvedBy(revision, sources),
    reason: revision.redactedAt ? redacted(revision.redactedAt) : revision.reason,
  };
}

/** On whose word it moved, and who had asked: "the board of 10 March 2026, asked for by Head of Fostering, holder 1". */
function approvedBy(revision: ActionTexts['dateRevisions'][number], sources: PackSources): string {
  const { agreedBy, agreedById, agreedOn, changedById } = revision;
  const asked = nameOf(changedById, sources);
  if (agreedBy === 'BOARD') {
    const day = agreedOn ? ` of ${formatDate(toIsoDate(agreedOn))}` : '';
    return agreedById === changedById ? `the board${day}` : `the board${day}, asked for by ${asked}`;
  }
  return agreedById === null || agreedById === changedById
    ? asked
    : `${nameOf(agreedById, sources)}, asked for by ${asked}`;
}

type Update = ActionTexts['updates'][number];

/** The updates that stand, newest first: one that puts another right takes its place, on its day. */
function updatesOf(all: readonly Update[], sources: PackSources): PackUpdate[] {
  const byId = new Map(all.map((update) => [update.id, update]));
  const replaced = new Set(all.map(({ correctsId }) => correctsId));
  const firstOf = (update: Update): Update => {
    const earlier = update.correctsId === null ? undefined : byId.get(update.correctsId);
    return earlier ? firstOf(earlier) : update;
  };
  return all
    .filter(({ id }) => !replaced.has(id))
    .map((update) => ({ update, first: firstOf(update) }))
    .sort((one, other) => other.first.createdAt.getTime() - one.first.createdAt.getTime())
    .map(({ update, first }) => updateOf(update, first, sources));
}

function updateOf(update: Update, first: Update, sources: PackSources): PackUpdate {
  const by = [
    update.linkId === null ? nameOf(update.authorId, sources) : `by link: ${update.writtenBy}`,
    ...(update.onBehalfOfId ? [`for ${nameOf(update.onBehalfOfId, sources)}`] : []),
    ...(update === first ? [] : [`put right on ${formatDate(londonDate(update.createdAt))}`]),
  ].join(', ');
  return {
    on: londonDate(first.createdAt),
    by,
    happened: update.redactedAt ? redacted(update.redactedAt) : happenedOf(update),
    difference: update.difference,
    inTheWay: update.inTheWay,
    next: update.next,
    rag: update.rag,
    ragReason: update.ragReason,
    percent: update.percentComplete,
  };
}

function happenedOf({ nothingChanged, whatHappened }: Update): string {
  return nothingChanged ? `Nothing changed: ${whatHappened}` : whatHappened;
}

function nameOf(userId: string, { names }: PackSources): string {
  return names.get(userId) ?? 'Somebody no longer on record';
}

/** What stands in the place of destroyed words. */
function redacted(at: Date): string {
  return `Redacted on ${formatDate(londonDate(at))}`;
}

/** "Head of Fostering, holder 1" when the name says the post already, else "Head of Fostering (name)". */
function postAndHolder(post: string | null, holder: string | null): string {
  if (post === null) return holder ?? '';
  if (holder === null) return `${post} (vacant)`;
  return holder.startsWith(post) ? holder : `${post} (${holder})`;
}
