import { type CarriedTheme, carriedThemes, themeLabel, yearOf } from '@gt/domain/lineage';
import { countOf } from '@gt/domain/wording';
import { DataTable, Dialog, Panel } from '@gt/ui';
import { useState } from 'react';
import classes from './lineage-page.module.css';
import { inspectionName } from './lineage-words.ts';
import type { History, Inspection, Item } from './queries.ts';

type Opened = { theme: string; inspection: Inspection; items: Item[] };

/** Theme by inspection, with counts that open the items. Themes that came back come first. */
export function ThemesPanel({ history }: { history: History }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const inspections = upToThisPlan(history.inspections);
  const rows = carriedThemes(
    inspections.map(({ key }) => ({
      key,
      items: history.items.filter(({ inspectionKey }) => inspectionKey === key),
    })),
  );
  const [back, once] = [
    rows.filter((row) => row.inspections > 1),
    rows.filter((row) => row.inspections === 1),
  ];
  const open = (theme: string, inspection: Inspection, keys: readonly string[]) =>
    setOpened({ theme, inspection, items: history.items.filter(({ key }) => keys.includes(key)) });
  return (
    <Panel title="Themes that carried over" aside={countOf(inspections.length, 'inspection')}>
      <p className={classes.say}>{summary(rows, inspections)}</p>
      {back.length > 0 ? (
        <Table caption="Themes that came back" rows={back} inspections={inspections} onOpen={open} />
      ) : null}
      {once.length > 0 ? (
        <details className={classes.once}>
          <summary>{countOf(once.length, 'theme')} raised in one inspection only</summary>
          <Table caption="Themes raised once" rows={once} inspections={inspections} onOpen={open} />
        </details>
      ) : null}
      <p className={classes.note}>
        Themes are recognised by their words, so that different sentences on one subject meet. Whether two
        recommendations are the same concern is confirmed one by one.
      </p>
      {opened ? <ItemsDialog opened={opened} onClose={() => setOpened(null)} /> : null}
    </Panel>
  );
}

/** Later inspections than the plan's newest are of another plan's time. */
function upToThisPlan(inspections: readonly Inspection[]): Inspection[] {
  const last = inspections.findLastIndex(({ isOfThisPlan }) => isOfThisPlan);
  return inspections.slice(0, last + 1);
}

function summary(rows: readonly CarriedTheme[], inspections: readonly Inspection[]): string {
  const [before, now] = inspections.slice(-2);
  if (!before || !now) return 'There is no inspection before this one.';
  const here = rows.filter(({ cells }) => (cells.at(-1)?.itemKeys.length ?? 0) > 0);
  const carried = here.filter(({ isCarriedOver }) => isCarriedOver).length;
  const inAll = here.filter(({ isInAll }) => isInAll).length;
  const first = `Of ${countOf(here.length, 'theme')} in ${yearOf(now.on)}, ${carried === 0 ? 'none was' : carried === 1 ? 'one was' : `${carried} were`} raised in ${yearOf(before.on)} too.`;
  if (inspections.length < 3) return first;
  return `${first} ${inAll === 0 ? 'None' : inAll === 1 ? 'One' : inAll} ${inAll === 1 ? 'stands' : 'stand'} in all ${inspections.length} inspections.`;
}

type TableProps = {
  caption: string;
  rows: readonly CarriedTheme[];
  inspections: readonly Inspection[];
  onOpen: (theme: string, inspection: Inspection, keys: readonly string[]) => void;
};

function Table({ caption, rows, inspections, onOpen }: TableProps) {
  return (
    <DataTable caption={caption} cards>
      <thead>
        <tr>
          <th scope="col">Theme</th>
          {inspections.map((inspection) => (
            <th scope="col" key={inspection.key} className={classes.count}>
              {inspectionName(inspection)}
            </th>
          ))}
          <th scope="col">Carried over</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ theme, cells, isCarriedOver, isInAll }) => (
          <tr key={theme}>
            <th scope="row" data-label="Theme" className={classes.theme}>
              {themeLabel(theme)}
            </th>
            {inspections.map((inspection, at) => {
              const keys = cells[at]?.itemKeys ?? [];
              return (
                <td key={inspection.key} data-label={inspectionName(inspection)} className={classes.count}>
                  {keys.length === 0 ? (
                    <span className={classes.none}>
                      <span aria-hidden="true">–</span>
                      <span className="gt-visually-hidden">none</span>
                    </span>
                  ) : (
                    <button
                      type="button"
                      className={classes.open}
                      onClick={() => onOpen(theme, inspection, keys)}
                    >
                      {keys.length}
                      <span className="gt-visually-hidden">
                        {' '}
                        on {themeLabel(theme)} in {inspectionName(inspection)}
                      </span>
                    </button>
                  )}
                </td>
              );
            })}
            <td data-label="Carried over">{carriedWords(isCarriedOver, isInAll, inspections.length)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function carriedWords(isCarriedOver: boolean, isInAll: boolean, inspections: number): string {
  if (isInAll && inspections > 2) return `● In all ${inspections}`;
  return isCarriedOver ? '◐ From the one before' : '○ Not from the one before';
}

function ItemsDialog({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { theme, inspection, items } = opened;
  return (
    <Dialog onClose={onClose} size="lg" title={`${themeLabel(theme)}: ${inspectionName(inspection)}`}>
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.key}>
            <blockquote className={classes.quote}>{item.quote}</blockquote>
            <span className={classes.note}>
              {item.reference}
              {item.page ? `, page ${item.page}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
