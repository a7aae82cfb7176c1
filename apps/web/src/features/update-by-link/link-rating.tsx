import type { Rag } from '@gt/contracts/words';
import { UPDATE_LIMITS } from '@gt/domain/update';
import { LongText } from '@gt/ui';
import { TextInput } from '@mantine/core';
import { RagChoice } from '../../components/rag-choice.tsx';
import { type LinkWords, needsReason } from './link-words.ts';
import type { LinkAction } from './queries.ts';
import classes from './update-by-link.module.css';

type LinkRatingProps = {
  prefix: string;
  action: LinkAction;
  words: LinkWords;
  errors: Record<string, string>;
  onChange: (patch: Partial<LinkWords>) => void;
};

/** How it goes, why, and how far it has come. */
export function LinkRating({ prefix, action, words, errors, onChange }: LinkRatingProps) {
  const asksWhy = needsReason(words, action) || words.ragReason !== '' || errors.ragReason !== undefined;
  return (
    <>
      <div className={classes.rating}>
        <RagChoice
          id={`${prefix}rag`}
          label="How is it going?"
          value={words.rag}
          onChange={(rag: Rag) => onChange({ rag })}
          error={errors.rag}
        />
        <TextInput
          id={`${prefix}percentComplete`}
          label="Percent complete"
          inputMode="numeric"
          className={classes.percent}
          value={words.percentComplete}
          onChange={(event) => onChange({ percentComplete: event.currentTarget.value })}
          error={errors.percentComplete}
        />
      </div>
      {asksWhy ? (
        <LongText
          id={`${prefix}ragReason`}
          label="Why"
          minRows={1}
          autosize
          limit={UPDATE_LIMITS.ragReason}
          value={words.ragReason}
          onChange={(event) => onChange({ ragReason: event.currentTarget.value })}
          error={errors.ragReason}
        />
      ) : null}
    </>
  );
}
