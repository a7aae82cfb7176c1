import type { ReportTable as Table } from '@gt/contracts/words';
import { DataTable, RagBadge } from '@gt/ui';
import { memo } from 'react';
import { ColourBar } from './colour-bar.tsx';
import classes from './paper.module.css';

type ReportTableProps = {
  table: Table;
  /** In the editor: which columns the public edition leaves out. */
  showsInternal?: boolean;
};

/** A table of a paper as it is printed; it says what the snapshot says and cannot be changed. */
export const ReportTable = memo(function ReportTable({ table, showsInternal = false }: ReportTableProps) {
  const { caption, columns, rows, note } = table;
  const whole = columns.reduce((sum, { width }) => sum + width, 0) || 1;
  return (
    <div className={classes.table}>
      <DataTable caption={caption} captionShown cards>
        <thead>
          <tr>
            {columns.map(({ header, width, isInternal }) => (
              <th key={header} scope="col" style={{ width: `${Math.round((width / whole) * 100)}%` }}>
                {header}
                {showsInternal && isInternal ? (
                  <span className={classes.inside}>Not in the public edition</span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a snapshot never change places
            <tr key={row}>
              {cells.map(({ text, rag, bar }, at) => {
                const header = columns[at]?.header ?? '';
                const inside = (
                  <>
                    {bar ? <ColourBar bar={bar} /> : null}
                    {rag ? <RagBadge rag={rag} /> : null}
                    {rag && text ? ' ' : null}
                    {text}
                  </>
                );
                return at === 0 ? (
                  <th key={header} scope="row">
                    {inside}
                  </th>
                ) : (
                  <td key={header} data-label={header}>
                    {inside}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {note ? <p className={classes.note}>{note}</p> : null}
    </div>
  );
});
