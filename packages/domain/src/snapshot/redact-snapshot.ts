import type {
  SnapshotAction,
  SnapshotContent,
  SnapshotDateRequest,
  SnapshotDecision,
  SnapshotMeasure,
  SnapshotRecommendation,
} from '@gt/contracts/words';
import { TELLING_LENGTH } from '../redaction/index.ts';

/** What is destroyed: a record, those that repeat its words as they are, and the words. */
export type SnapshotRedaction = {
  entityId: string;
  relatedIds: readonly string[];
  texts: readonly string[];
};

type SnapshotRecord =
  | SnapshotAction
  | SnapshotRecommendation
  | SnapshotMeasure
  | SnapshotDecision
  | SnapshotDateRequest;

/** A record of a snapshot as it stands there, and as it is to stand. */
export type RedactedRecord = { before: SnapshotRecord; after: SnapshotRecord };

/** Shorter than this, a text is looked for as a whole only. */
const SHORT = 4;

/**
 * The records of a snapshot that lose words when a record is destroyed: of the record itself every text goes, as it
 * may have said otherwise then; of those that repeat it, texts that hold its words; anywhere else, texts that hold a
 * telling one (20 characters or more) or name one between quotation marks. Dates, colours and counts stay.
 * Source: a destroyed text is blanked in the snapshots too, which say so and still verify.
 * Example: with the action destroyed, its title reads "[destroyed]", and so does the reason "Milestone “Visit Ada
 * Brook” is 20 days late".
 */
export function redactSnapshot(
  content: SnapshotContent,
  target: SnapshotRedaction,
  destroyed: string,
): RedactedRecord[] {
  const words = wordsTest(target);
  const of = (id: string | null): Blanking => {
    if (id === target.entityId) return { isGone: () => true, destroyed };
    const isRelated = id !== null && target.relatedIds.includes(id);
    return { isGone: isRelated ? words.near : words.anywhere, destroyed };
  };
  const found: RedactedRecord[] = [];
  const add = <Row extends SnapshotRecord>(before: Row, after: Row) => {
    const hasChanged = (Object.keys(after) as (keyof Row)[]).some((key) => after[key] !== before[key]);
    if (hasChanged) found.push({ before, after });
  };
  for (const row of content.recommendations) add(row, blankRecommendation(row, of(row.id)));
  for (const row of content.actions) add(row, blankAction(row, of(row.id), of(row.lastUpdate?.id ?? null)));
  for (const row of content.measures) add(row, blankMeasure(row, of(row.id)));
  for (const row of content.decisions) add(row, blankDecision(row, of(row.id)));
  for (const row of content.dateRequests) add(row, blankDateRequest(row, of(row.actionId)));
  return found;
}

type Blanking = { isGone: (text: string) => boolean; destroyed: string };

function wordsTest({ texts }: SnapshotRedaction): Record<'near' | 'anywhere', (text: string) => boolean> {
  const telling = texts.filter((text) => text.length >= TELLING_LENGTH);
  const quoted = texts.map((text) => `“${text}”`);
  const anywhere = (text: string) => [...telling, ...quoted].some((words) => text.includes(words));
  const near = (text: string) =>
    anywhere(text) || texts.some((words) => (words.length < SHORT ? text === words : text.includes(words)));
  return { near, anywhere };
}

/** A text that has to be there is marked; one that may be missing goes. */
const marked = (text: string, { isGone, destroyed }: Blanking) =>
  text !== '' && isGone(text) ? destroyed : text;
const emptied = (text: string, { isGone }: Blanking) => (isGone(text) ? '' : text);
const missing = (text: string | null, { isGone }: Blanking) => (text !== null && isGone(text) ? null : text);

/** The reason for the colour is of its newest update too, and goes with either. */
function blankAction(row: SnapshotAction, blanking: Blanking, ofUpdate: Blanking): SnapshotAction {
  const reasons = row.calculatedReasons.map((reason) =>
    reason.includes('“') ? marked(reason, blanking) : reason,
  );
  const isSame = reasons.every((reason, at) => reason === row.calculatedReasons[at]);
  return {
    ...row,
    title: marked(row.title, blanking),
    statusReason: missing(row.statusReason, blanking),
    ragReason: emptied(emptied(row.ragReason, blanking), ofUpdate),
    mismatchReason: emptied(row.mismatchReason, blanking),
    calculatedReasons: isSame ? row.calculatedReasons : reasons,
  };
}

function blankRecommendation(row: SnapshotRecommendation, blanking: Blanking): SnapshotRecommendation {
  return { ...row, quote: marked(row.quote, blanking) };
}

function blankMeasure(row: SnapshotMeasure, blanking: Blanking): SnapshotMeasure {
  return {
    ...row,
    name: marked(row.name, blanking),
    unit: emptied(row.unit, blanking),
    distance: emptied(row.distance, blanking),
  };
}

function blankDecision(row: SnapshotDecision, blanking: Blanking): SnapshotDecision {
  return { ...row, text: marked(row.text, blanking) };
}

function blankDateRequest(row: SnapshotDateRequest, blanking: Blanking): SnapshotDateRequest {
  return { ...row, reason: marked(row.reason, blanking) };
}
