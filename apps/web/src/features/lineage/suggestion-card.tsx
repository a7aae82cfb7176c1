import { formatDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import classes from './lineage.module.css';
import { inspectionName, whyWords } from './lineage-words.ts';
import type { Suggestion } from './queries.ts';
import { SharedWords } from './shared-words.tsx';
import type { Decide } from './use-decide.ts';

type SuggestionCardProps = {
  suggestion: Suggestion;
  /** The words of the later recommendation. */
  quote: string;
  /** Left out for whoever only reads. */
  decide?: Decide;
};

/** An earlier recommendation that may be the same concern, why, and the two answers. */
export function SuggestionCard({ suggestion, quote, decide }: SuggestionCardProps) {
  const { item, inspection, likeness } = suggestion;
  const earlier = { source: item.source, id: item.id };
  const name = `${item.reference} of ${inspectionName(inspection)}`;
  return (
    <article className={classes.card} aria-label={name}>
      <p className={classes.place}>
        <strong>{inspectionName(inspection)}</strong>, {item.reference}
        {item.page ? `, page ${item.page}` : ''}, ended {formatDate(inspection.on)}
      </p>
      <SharedWords text={item.quote} other={quote} themes={likeness.sharedThemes} />
      <p className={classes.why}>
        {whyWords(likeness)} <span className={classes.nowrap}>{likeness.similarity} of 100 alike.</span>
      </p>
      {decide ? (
        <div className={`${classes.buttons} gt-screen-only`}>
          <Button
            variant="default"
            size="compact-md"
            disabled={decide.isBusy}
            onClick={() => void decide.say({ earlier, state: 'CONFIRMED' })}
          >
            It is the same concern
            <span className="gt-visually-hidden">: {name}</span>
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            disabled={decide.isBusy}
            onClick={() => void decide.say({ earlier, state: 'DISMISSED' })}
          >
            It is not
            <span className="gt-visually-hidden">: {name}</span>
          </Button>
        </div>
      ) : null}
    </article>
  );
}
