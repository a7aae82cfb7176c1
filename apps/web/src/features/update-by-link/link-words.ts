import { DECLARABLE_RAGS, type FieldProblem, type Rag } from '@gt/contracts/words';
import { ragNeedsReason } from '@gt/domain/action';
import { validateUpdate } from '@gt/domain/update';

/** What is typed of one action. */
export type LinkWords = {
  nothingChanged: boolean;
  whatHappened: string;
  difference: string;
  inTheWay: string;
  next: string;
  rag: Rag;
  ragReason: string;
  percentComplete: string;
  /** The action's version when typing began. */
  version: number;
};

/** The texts in the order in which they are asked for. */
export const TEXTS = [
  { name: 'whatHappened', label: 'What happened' },
  { name: 'difference', label: 'What difference for children (optional)' },
  { name: 'inTheWay', label: 'What is in the way (optional)' },
  { name: 'next', label: 'What is next (optional)' },
] as const;

type Sent = Omit<LinkWords, 'percentComplete' | 'version'> & { percentComplete: number };
type Updatable = {
  version: number;
  rag: Rag;
  percentComplete: number;
  last: (Sent & { isCorrectable: boolean }) | null;
};

/** Where the form begins: as the action stands; or, to correct what was sent, with those words. */
export function wordsFor(
  { version, rag, percentComplete, last }: Updatable,
  isCorrecting: boolean,
): LinkWords {
  const sent = isCorrecting ? last : null;
  return {
    nothingChanged: sent?.nothingChanged ?? false,
    whatHappened: sent?.whatHappened ?? '',
    difference: sent?.difference ?? '',
    inTheWay: sent?.inTheWay ?? '',
    next: sent?.next ?? '',
    rag: sent?.rag ?? rag,
    ragReason: sent?.ragReason ?? '',
    percentComplete: String(sent?.percentComplete ?? percentComplete),
    version,
  };
}

/** Whether anything was typed or chosen that would be lost. */
export function isTyped({ version: _v, ...words }: LinkWords, { version: _b, ...begun }: LinkWords): boolean {
  return Object.entries(words).some(([name, value]) => value !== begun[name as keyof typeof begun]);
}

/** What the update is measured against: the words that it puts right, or the action as it stands. */
function baseOf({ rag, percentComplete, last }: Updatable) {
  const base = last?.isCorrectable ? last : { rag, percentComplete };
  return { declaredRag: base.rag, percentComplete: base.percentComplete, status: 'IN_PROGRESS' as const };
}

/** Everything wrong with what was typed. */
export function problemsIn(words: LinkWords, action: Updatable): FieldProblem[] {
  const base = baseOf(action);
  if (words.nothingChanged) {
    return validateUpdate({ ...words, rag: base.declaredRag, percentComplete: base.percentComplete }, base);
  }
  const percent = words.percentComplete.trim() === '' ? Number.NaN : Number(words.percentComplete);
  return validateUpdate({ ...words, percentComplete: percent }, base);
}

export function needsReason({ rag }: LinkWords, action: Updatable): boolean {
  return DECLARABLE_RAGS.some((known) => known === rag) && ragNeedsReason(rag, baseOf(action).declaredRag);
}

/** The words in one text, to be kept elsewhere. */
export function inOneText(words: LinkWords): string {
  return [words.whatHappened, words.difference, words.inTheWay, words.next, words.ragReason]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');
}
