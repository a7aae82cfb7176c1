import { Panel } from '@gt/ui';
import classes from './packs.module.css';
import type { PackDetail } from './queries.ts';

type Comparison = NonNullable<PackDetail['comparison']>;

const WORDS: Record<Comparison['differences'][number]['what'], string> = {
  ADDED: 'Added',
  REMOVED: 'Removed',
  CHANGED: 'Changed',
};

/** What evidence this pack has beside the one before it. */
export function ComparisonPanel({ comparison }: { comparison: Comparison }) {
  const { sentence, differences } = comparison;
  return (
    <Panel title={`Beside pack ${comparison.with}`}>
      <p className={classes.plain}>{sentence}</p>
      <ul className={classes.plainList}>
        {differences.map(({ what, ref, title, reason }) => (
          <li key={`${what} ${ref}`}>
            {WORDS[what]}: <strong className="gt-figures">{ref}</strong> {title}
            {reason === '' ? '' : `. ${reason}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
