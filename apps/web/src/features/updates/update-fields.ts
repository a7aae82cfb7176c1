import { type DeliveryStatus, type FieldProblem, RAG_LABELS, type Rag } from '@gt/contracts/words';
import { type UpdateBase, validateUpdate } from '@gt/domain/update';

/** What the composer needs to know of an action. */
export type UpdatableAction = {
  id: string;
  reference: string;
  version: number;
  status: DeliveryStatus;
  declaredRag: Rag;
  calculatedRag: Rag;
  calculatedReasons: readonly string[];
  silent: boolean;
  percentComplete: number;
};

/** The update that a correction takes the place of. */
export type CorrectedUpdate = {
  id: string;
  whatHappened: string;
  difference: string;
  inTheWay: string;
  next: string;
  rag: Rag;
  ragReason: string;
  percentComplete: number;
  nothingChanged: boolean;
};

/** What is typed into the composer. */
export type Words = {
  whatHappened: string;
  difference: string;
  inTheWay: string;
  next: string;
  rag: Rag;
  ragReason: string;
  mismatchReason: string;
  percentComplete: string;
  nothingChanged: boolean;
  /** The action's version when typing began; 0 while nothing is typed. */
  version: number;
};

export const TEXTS = [
  { name: 'whatHappened', label: 'What happened' },
  { name: 'difference', label: 'What difference for children' },
  { name: 'inTheWay', label: 'What is in the way' },
  { name: 'next', label: 'What is next' },
] as const;

/** The one text of an update that says that nothing changed. */
export const WHY_NOTHING = { name: 'whatHappened', label: 'Nothing changed, because' } as const;

/** What stands in the form before anything is typed: nothing, or the words that are to be put right. */
export function untouched(action: UpdatableAction, corrects?: CorrectedUpdate): Words {
  const { declaredRag: rag, percentComplete } = action;
  const begun = corrects ?? { whatHappened: '', difference: '', inTheWay: '', next: '', ragReason: '' };
  return {
    whatHappened: begun.whatHappened,
    difference: begun.difference,
    inTheWay: begun.inTheWay,
    next: begun.next,
    ragReason: begun.ragReason,
    mismatchReason: '',
    nothingChanged: corrects?.nothingChanged ?? false,
    rag: corrects?.rag ?? rag,
    percentComplete: String(corrects?.percentComplete ?? percentComplete),
    version: 0,
  };
}

/** What the update is measured against. */
export function baseOf(action: UpdatableAction, corrects?: CorrectedUpdate): UpdateBase {
  const { status } = action;
  const { declaredRag, percentComplete } = corrects
    ? { declaredRag: corrects.rag, percentComplete: corrects.percentComplete }
    : action;
  return { status, declaredRag, percentComplete };
}

/** Not a number stays not a number, so that the rule says what is wrong with it. */
export function percentOf({ percentComplete }: Pick<Words, 'percentComplete'>): number {
  return percentComplete.trim() === '' ? Number.NaN : Number(percentComplete);
}

/** The words as they are sent: where nothing changed, only why, beside the rating and percent that stay. */
export function inputOf(words: Words) {
  const { whatHappened, rag, nothingChanged } = words;
  const said = { whatHappened, rag, nothingChanged, percentComplete: percentOf(words) };
  return nothingChanged
    ? { ...said, difference: '', inTheWay: '', next: '', ragReason: '' }
    : {
        ...said,
        difference: words.difference,
        inTheWay: words.inTheWay,
        next: words.next,
        ragReason: words.ragReason,
      };
}

/**
 * Everything wrong with the words before they are sent. Where nothing changed the rating is the one that the form
 * began with; whether it still is, the server knows.
 */
export function problemsIn(words: Words, base: UpdateBase): FieldProblem[] {
  const began = { declaredRag: words.rag, percentComplete: percentOf(words) };
  return validateUpdate(inputOf(words), words.nothingChanged ? { ...base, ...began } : base);
}

/** What a form says that keeps the rating: "It stays At risk, 40% complete." */
export function staysWords({ declaredRag, percentComplete }: UpdateBase): string {
  return `It stays ${RAG_LABELS[declaredRag].toLowerCase()}, ${percentComplete}% complete.`;
}
