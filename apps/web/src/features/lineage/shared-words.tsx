import { markShared } from '@gt/domain/lineage';
import classes from './lineage.module.css';

type SharedWordsProps = {
  /** Verbatim: marked and otherwise left as it is. */
  text: string;
  /** What it is compared with. */
  other: string;
  themes: readonly string[];
};

/** Words of a report with what they share with another's marked: underlined, not coloured alone. */
export function SharedWords({ text, other, themes }: SharedWordsProps) {
  return (
    <blockquote className={classes.quote}>
      {markShared(text, other, themes).map((stretch, index) =>
        stretch.isShared ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text never move
          <mark key={index} className={classes.shared}>
            {stretch.text}
          </mark>
        ) : (
          stretch.text
        ),
      )}
    </blockquote>
  );
}
