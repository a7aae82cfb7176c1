import { DECLARABLE_RAGS, type DeclarableRag, RAG_LABELS, type Rag } from '@gt/contracts/words';
import { RagShape } from '@gt/ui';
import classes from './composer.module.css';
import { KeyHint } from './key-hint.tsx';

type RagKeysProps = {
  /** The colour now, and the one chosen and not recorded yet. */
  now: Rag;
  chosen: DeclarableRag | null;
  disabled: boolean;
  onChoose: (rag: DeclarableRag) => void;
};

/** Off track, at risk, on track: each a button with its key, its shape and its word. */
export function RagKeys({ now, chosen, disabled, onChoose }: RagKeysProps) {
  return (
    <fieldset className={classes.rags}>
      <legend className="gt-visually-hidden">RAG</legend>
      {DECLARABLE_RAGS.map((rag, index) => (
        <button
          key={rag}
          type="button"
          className={classes.rag}
          data-rag={rag}
          aria-pressed={chosen === rag}
          disabled={disabled}
          onClick={() => onChoose(rag)}
        >
          <KeyHint keys={String(index + 1)} />
          <RagShape rag={rag} />
          <span>{RAG_LABELS[rag]}</span>
          {now === rag ? <span className={classes.now}>now</span> : null}
        </button>
      ))}
    </fieldset>
  );
}
