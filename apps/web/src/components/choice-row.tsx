import classes from './choice-row.module.css';

type ChoiceRowProps = {
  /** What is chosen between, for those who do not see it. */
  legend: string;
  choices: readonly { words: string; key: string; isChosen: boolean; onChoose: () => void }[];
};

/** A few ways to narrow a list, side by side; one of them holds. */
export function ChoiceRow({ legend, choices }: ChoiceRowProps) {
  return (
    <fieldset className={classes.choices}>
      <legend className="gt-visually-hidden">{legend}</legend>
      {choices.map(({ key, words, isChosen, onChoose }) => (
        <button key={key} type="button" className={classes.choice} aria-pressed={isChosen} onClick={onChoose}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
