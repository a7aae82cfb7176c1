import {
  formatDate,
  type IsoDate,
  type PackAction,
  type PackDateRevision,
  type PackUpdate,
  type SnapshotAction,
} from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { londonDate, toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import type { ActionFacts } from '../recommendations/load-facts.ts';
import { rateAction } from '../recommendations/rate-action.ts';
import type { ActionTexts } from './action-texts.ts';
import type { PackRequest, PackSources } from './pack-sources.ts';
import { redactedWords } from './redacted-words.ts';

/** Whether the pack tells of an action: it was there on the last day that the pack tells of. */
export function isTold(facts: ActionFacts, { cutOff, snapshot }: PackRequest): boolean {
  if (snapshot) return snapshot.actions.some(({ id }) => id === facts.id);
  return cutOff === null || londonDate(facts.createdAt) <= cutOff;
}

/**
 * One action as the pack prints it, with its history up to the cut-off; every rule asked of the domain. With a frozen
 * review its dates, status and colours are the snapshot's. Pure.
 */
export function packActionOf(
  facts: ActionFacts,
  recommendationNumber: number,
  sources: PackSources,
): PackAction {
  const { people, request, scope } = sources;
  const text = sources.texts.get(facts.id);
  const rated = rateAction(facts, scope.today);
  const gone = text?.redactedAt ?? null;
  const isInTime = untilCutOff(request);
  const live: PackAction = {
    ref: actionReference(recommendationNumber, facts.number),
    title: gone ? redactedWords(gone) : facts.title,
    detail: text?.detail ?? '',
    team: facts.teamName ?? '',
    owner: people.postAndHolder(facts.ownerPostTitle, facts.ownerName),
    ownerPost: facts.ownerPostTitle ?? '',
    partner: text?.partnerTeam?.name ?? '',
    priority: text?.priority ?? 'MEDIUM',
    status: facts.status,
    statusReason: text?.statusReason ?? '',
    successMeasure: text?.successMeasure ?? '',
    percent: facts.percentComplete,
    startOn: toIsoDateOrNull(facts.startDate),
    originalDueOn: rated.originalDueDate,
    dueOn: dueDateUntil(rated.dueDate, text?.dateRevisions ?? [], isInTime),
    closedOn: text?.closedAt ? londonDate(text.closedAt) : null,
    revisions: (text?.dateRevisions ?? [])
      .filter(({ fromDate, changedAt }) => fromDate !== null && isInTime(changedAt))
      .map((revision) => revisionOf(revision, sources)),
    rag: {
      declared: rated.declared,
      declaredReason: text?.ragReason ?? '',
      calculated: rated.calculated.rag,
      calculatedReason: rated.calculated.sentence,
    },
    updates: updatesOf(
      (text?.updates ?? []).filter(({ createdAt }) => isInTime(createdAt)),
      sources,
    ),
  };
  const frozen = request.snapshot?.actions.find(({ id }) => id === facts.id);
  return frozen ? asFrozen(live, frozen, gone !== null, sources) : live;
}

function untilCutOff({ cutOff }: PackRequest): (at: Date) => boolean {
  return (at) => cutOff === null || londonDate(at) <= cutOff;
}

type Revision = ActionTexts['dateRevisions'][number];

/** The date as it stood on the cut-off: what the first later move moved it from. */
function dueDateUntil(
  dueDate: IsoDate | null,
  revisions: readonly Revision[],
  isInTime: (at: Date) => boolean,
): IsoDate | null {
  const later = revisions.find(({ changedAt }) => !isInTime(changedAt));
  return later ? toIsoDateOrNull(later.fromDate) : dueDate;
}

/** Dates, status and colours of the snapshot. What two people destroyed since then stays destroyed. */
function asFrozen(
  live: PackAction,
  frozen: SnapshotAction,
  isGone: boolean,
  { people }: PackSources,
): PackAction {
  return {
    ...live,
    team: frozen.team ?? '',
    owner: people.postAndHolder(frozen.ownerPost, frozen.owner),
    ownerPost: frozen.ownerPost ?? '',
    status: frozen.status,
    statusReason: isGone ? '' : (frozen.statusReason ?? ''),
    percent: frozen.percentComplete,
    startOn: frozen.startDate,
    originalDueOn: frozen.originalDueDate,
    dueOn: frozen.dueDate,
    closedOn: frozen.closedOn,
    rag: {
      declared: frozen.rag,
      declaredReason: isGone ? '' : frozen.ragReason,
      calculated: frozen.calculatedRag,
      calculatedReason: frozen.calculatedReasons[0] ?? '',
    },
  };
}

function revisionOf(revision: Revision, sources: PackSources): PackDateRevision {
  return {
    from: toIsoDateOrNull(revision.fromDate),
    to: toIsoDateOrNull(revision.toDate),
    on: londonDate(revision.changedAt),
    by: approvedBy(revision, sources),
    reason: revision.redactedAt ? redactedWords(revision.redactedAt) : revision.reason,
  };
}

/** On whose word it moved, and who had asked: "the board of 10 March 2026, asked for by Head of Fostering, holder 1". */
function approvedBy(revision: Revision, { people }: PackSources): string {
  const { agreedBy, agreedById, agreedOn, changedById } = revision;
  const on = londonDate(revision.changedAt);
  const asked = people.nameOf(changedById, on);
  if (agreedBy === 'BOARD') {
    const day = agreedOn ? ` of ${formatDate(toIsoDate(agreedOn))}` : '';
    return agreedById === changedById ? `the board${day}` : `the board${day}, asked for by ${asked}`;
  }
  return agreedById === null || agreedById === changedById
    ? asked
    : `${people.nameOf(agreedById, on)}, asked for by ${asked}`;
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

function updateOf(update: Update, first: Update, { people, request }: PackSources): PackUpdate {
  const on = londonDate(first.createdAt);
  const partner = request.audience === 'PUBLIC' ? 'a partner' : update.writtenBy;
  const by = [
    update.linkId === null ? people.nameOf(update.authorId, on) : `by link: ${partner}`,
    ...(update.onBehalfOfId ? [`for ${people.nameOf(update.onBehalfOfId, on)}`] : []),
    ...(update === first ? [] : [`put right on ${formatDate(londonDate(update.createdAt))}`]),
  ].join(', ');
  return {
    on,
    by,
    happened: update.redactedAt ? redactedWords(update.redactedAt) : happenedOf(update),
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
