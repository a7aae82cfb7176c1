import type { ReportParagraph } from '@gt/contracts/words';
import { Button, NativeSelect } from '@mantine/core';
import type { RecommendationField } from './plan-form-state.ts';
import classes from './recommendations-fields.module.css';

type Bearing = RecommendationField['paragraphs'];
type BearingParagraphsProps = {
  /** "R3", so that each control says whose it is. */
  name: string;
  bearing: Bearing;
  paragraphs: readonly ReportParagraph[];
  onChange: (bearing: Bearing) => void;
};

/** Where the report's numbered paragraphs bear on a recommendation, with the words both share. */
export function BearingParagraphs({ name, bearing, paragraphs, onChange }: BearingParagraphsProps) {
  if (paragraphs.length === 0) return null;
  const known = new Map(paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  const chosen = new Set(bearing.map(({ number }) => number));
  const rest = paragraphs.filter(({ number }) => !chosen.has(number));
  return (
    <div className={classes.bearing}>
      <p className={classes.bearingHead}>
        {bearing.length === 0 ? 'No paragraph was found to bear on it' : 'Paragraphs that bear on it'}
      </p>
      <ul className={classes.paragraphs}>
        {bearing.map(({ number, sharedWords }) => (
          <li key={number} className={classes.paragraph}>
            <details>
              <summary>
                ¶{number}, page {known.get(number)?.page}
                {sharedWords.length > 0 ? (
                  <span className={classes.shared}> {sharedWords.join(', ')}</span>
                ) : null}
              </summary>
              <p className={classes.text}>{known.get(number)?.text}</p>
            </details>
            <Button
              className={classes.takeAway}
              variant="subtle"
              size="compact-sm"
              color="gray"
              aria-label={`Take away paragraph ${number} from ${name}`}
              onClick={() => onChange(bearing.filter((item) => item.number !== number))}
            >
              Take away
            </Button>
          </li>
        ))}
      </ul>
      <NativeSelect
        aria-label={`Add a paragraph to ${name}`}
        className={classes.add}
        size="xs"
        value=""
        data={[
          { value: '', label: 'Add a paragraph' },
          ...rest.map(({ number, page }) => ({ value: String(number), label: `¶${number}, page ${page}` })),
        ]}
        onChange={({ currentTarget }) => {
          const number = Number(currentTarget.value);
          if (number > 0) onChange([...bearing, { number, sharedWords: [] }]);
        }}
      />
    </div>
  );
}
