import { WORKBOOK_FIELD_LABELS, WORKBOOK_FIELDS, type WorkbookField } from '@gt/contracts/words';
import { Panel } from '@gt/ui';
import { NativeSelect } from '@mantine/core';
import type { DryRun } from './queries.ts';
import type { ChoicesHandle } from './use-choices.ts';
import classes from './workbooks.module.css';

const OPTIONS = WORKBOOK_FIELDS.map((value) => ({ value, label: WORKBOOK_FIELD_LABELS[value] }));
const SURENESS = {
  CHOSEN: 'Chosen',
  REMEMBERED: 'As last time',
  SURE: 'Sure',
  LIKELY: 'Likely, please check',
  NONE: 'Not known',
} as const;

/** What each heading of the workbook is taken for; what is chosen is remembered for the next workbook. */
export function ColumnsStep({ dryRun, handle }: { dryRun: DryRun; handle: ChoicesHandle }) {
  return (
    <Panel title="What each column is">
      <p className={classes.words}>
        Words of a column that no field takes are kept in the detail of the action, under their heading. What
        you choose is remembered for the next workbook with the same heading.
      </p>
      <ul className={classes.cards}>
        {dryRun.columns.map(({ key, heading, field, confidence, why, samples }) => (
          <li key={key} className={classes.card}>
            <div className={classes.cardWords}>
              <strong>{heading}</strong>
              <span className={classes.muted}>
                {samples.length > 0 ? samples.join(' · ') : 'No words stand under it'}
              </span>
              <span className={classes.why}>
                {SURENESS[confidence]}. {why}
              </span>
            </div>
            <NativeSelect
              className={classes.select}
              label={`“${heading}” becomes`}
              data={OPTIONS}
              value={handle.choices.columns[key] ?? field}
              onChange={(event) =>
                handle.change({
                  columns: { ...handle.choices.columns, [key]: event.currentTarget.value as WorkbookField },
                })
              }
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
