import { KeyWords } from '../../components/key-words.tsx';
import type { useActiveOption } from '../../lib/use-active-option.ts';
import classes from './command-palette.module.css';
import type { PaletteEntry } from './palette-entries.ts';

type PaletteListProps = {
  entries: readonly PaletteEntry[];
  options: Pick<ReturnType<typeof useActiveOption>, 'list' | 'option'>;
};

/** The entries with a heading above the first of each group. */
export function PaletteList({ entries, options }: PaletteListProps) {
  const groups = [...new Set(entries.map(({ group }) => group))];
  return (
    <div {...options.list} className={classes.list}>
      {groups.map((group, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
        <div key={group} role="group" aria-labelledby={`palette-group-${at}`}>
          <div id={`palette-group-${at}`} role="presentation" className={classes.group}>
            {group}
          </div>
          {entries.map((entry, index) =>
            entry.group === group ? (
              <div key={entry.key} {...options.option(index)} className={classes.option}>
                <span className={classes.said}>{entry.words}</span>
                {entry.note ? <span className={classes.note}>{entry.note}</span> : null}
                {entry.keys ? <KeyWords keys={entry.keys} /> : null}
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
