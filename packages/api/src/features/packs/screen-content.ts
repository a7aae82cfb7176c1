import {
  FINDING_KIND_LABELS,
  type PackAction,
  type PackContent,
  type PackEvidence,
  type PackOmission,
  type PackRecommendation,
} from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { type ScreeningOptions, screenText } from '@gt/domain/screening';
import { listWords } from '@gt/domain/wording';
import type { Scope } from '../../core/scope.ts';
import { allowedWords } from '../screening/allowed-words.ts';
import { screeningOptions } from '../screening/screening-options.ts';

/**
 * Typed words leak more than files do, so they are screened once more before they leave: a text that likely names
 * somebody is left out, named as left out, and the rest of the record stays. The words of the report itself are the
 * inspectorate's and published, so they stay as they are. So do words that a verifier allowed, but for public editions:
 * those go to everybody.
 */
export async function screenContent(
  db: Db,
  scope: Scope,
  planId: string,
  content: PackContent,
): Promise<PackContent> {
  const rules = await screeningOptions(db, scope.today);
  const isAllowed = content.audience === 'PUBLIC' ? () => false : await allowedWords(db, scope, planId);
  const options = { ...rules, isAllowed };
  const omissions: PackOmission[] = [];
  const coverNote = screenFields({ coverNote: content.coverNote }, ['coverNote'], {
    options,
    leftOut: (kinds) => omissions.push(omissionOf('Pack', 'Cover note', kinds, [])),
  }).coverNote;
  const recommendations = content.recommendations.map((item) => screenItem(item, options, omissions));
  const evidence = content.evidence.map((item) => screenEvidence(item, options, omissions));
  const named = content.omissions.map((omission) =>
    screenFields(omission, ['title'], { options, leftOut: () => undefined }),
  );
  return { ...content, coverNote, recommendations, evidence, omissions: [...named, ...omissions] };
}

/** With what words are looked through, and which of them a verifier allowed. */
type Rules = ScreeningOptions & { isAllowed: (words: string) => boolean };
type Screening = { options: Rules; leftOut: (kinds: string[]) => void };

/** The record with each named text that likely names somebody taken out. */
function screenFields<T extends object, K extends keyof T>(
  record: T,
  names: readonly (K & string)[],
  { options, leftOut }: Screening,
): T {
  const changed: Partial<Record<K, string>> = {};
  const found = new Set<string>();
  for (const name of names) {
    const words = record[name];
    if (typeof words !== 'string' || words === '' || options.isAllowed(words)) continue;
    const kinds = screenText(words, options)
      .filter(({ level }) => level === 'LIKELY')
      .map(({ kind }) => FINDING_KIND_LABELS[kind]);
    if (kinds.length === 0) continue;
    changed[name] = 'Left out: these words may say who somebody is.';
    for (const kind of kinds) found.add(kind);
  }
  if (found.size === 0) return record;
  leftOut([...found]);
  return { ...record, ...changed };
}

function omissionOf(
  ref: string,
  title: string,
  kinds: readonly string[],
  recommendationRefs: string[],
): PackOmission {
  const reason = `Screening found what may say who somebody is: ${listWords([...kinds])}.`;
  return { what: 'TEXT', code: 'UNJUSTIFIED', ref, title, reason, recommendationRefs };
}

function screenItem(item: PackRecommendation, options: Rules, omissions: PackOmission[]): PackRecommendation {
  const screening = (ref: string, title: string): Screening => ({
    options,
    leftOut: (kinds) => omissions.push(omissionOf(ref, title, kinds, [item.ref])),
  });
  const own = screenFields(
    item,
    ['goodLooksLike', 'closureTest', 'response'],
    screening(item.ref, 'Words of the recommendation'),
  );
  const measures = item.measures.map((measure) =>
    screenFields(measure, ['title', 'definition'], screening(measure.ref, 'Words of the measure')),
  );
  const actions = item.actions.map((action) => screenAction(action, screening));
  const alsoAnsweredBy = (item.alsoAnsweredBy ?? []).map((action) =>
    screenFields(action, ['title'], screening(action.ref, 'Words of the action')),
  );
  const { signOff } = item;
  const answers = signOff?.answers.map((answer) =>
    screenFields(answer, ['answer'], screening(item.ref, 'Answer at closing')),
  );
  return {
    ...own,
    measures,
    actions,
    alsoAnsweredBy,
    signOff: signOff && { ...signOff, answers: answers ?? [] },
  };
}

function screenAction(action: PackAction, screening: (ref: string, title: string) => Screening): PackAction {
  const { ref } = action;
  const own = screenFields(
    action,
    ['title', 'detail', 'statusReason', 'successMeasure'],
    screening(ref, 'Words of the action'),
  );
  return {
    ...own,
    rag: screenFields(action.rag, ['declaredReason'], screening(ref, 'Reason for its colour')),
    revisions: action.revisions.map((move) =>
      screenFields(move, ['reason'], screening(ref, 'Reason for a moved date')),
    ),
    updates: action.updates.map((update) =>
      screenFields(
        update,
        ['happened', 'difference', 'inTheWay', 'next', 'ragReason'],
        screening(ref, `Progress update of ${update.on}`),
      ),
    ),
  };
}

function screenEvidence(item: PackEvidence, options: Rules, omissions: PackOmission[]): PackEvidence {
  return screenFields(item, ['title', 'shows', 'difference', 'source'], {
    options,
    leftOut: (kinds) =>
      omissions.push(omissionOf(item.ref, 'Words about the evidence', kinds, item.recommendationRefs)),
  });
}
