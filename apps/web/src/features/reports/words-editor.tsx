import { REPORT_WORDS_MAX, type ReportWords } from '@gt/contracts/words';
import { isEdited } from '@gt/domain/report';
import { checkText } from '@gt/domain/wording';
import { Button, Textarea } from '@mantine/core';
import { TypedWarning } from '../screening/public.tsx';
import classes from './editor.module.css';
import { WordsView } from './paper-view.tsx';

type WordsEditorProps = {
  words: ReportWords;
  /** Names the field: "Wording of Exceptions". */
  label: string;
  onChange: (text: string) => void;
};

/** What is wrong with one wording, as the server would say it. */
export const wordsProblem = (text: string) =>
  checkText('words', text, { label: 'This wording', max: REPORT_WORDS_MAX })[0]?.message;

/** Wording, edited in place; once it differs, what was written from the snapshot stands beside it. */
export function WordsEditor({ words, label, onChange }: WordsEditorProps) {
  const { key, text, written, isInternal, isFixed } = words;
  if (isFixed) {
    return (
      <div className={classes.fixed}>
        <WordsView words={words} />
        <p className={classes.hint}>Word for word from the inspection, so it is not changed here.</p>
      </div>
    );
  }
  const edited = isEdited(words);
  return (
    <div className={classes.words} data-edited={edited}>
      <div className={classes.wordsOwn}>
        <Textarea
          id={`words-${key}`}
          label={
            <>
              Wording
              {isInternal ? <span className={classes.inside}>Not in the public edition</span> : null}
            </>
          }
          aria-label={isInternal ? `${label}, not in the public edition` : label}
          minRows={1}
          value={text}
          placeholder="No words yet"
          error={wordsProblem(text)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {edited ? <TypedWarning text={text} /> : null}
      </div>
      {edited ? (
        <div className={classes.written}>
          <p className={classes.writtenHead}>As written from the snapshot</p>
          {written.trim() === '' ? (
            <p className={classes.hint}>Nothing was written here.</p>
          ) : (
            <WordsView words={{ text: written }} />
          )}
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Put back as written: ${label}`}
            onClick={() => onChange(written)}
          >
            Put back as written
          </Button>
        </div>
      ) : null}
    </div>
  );
}
