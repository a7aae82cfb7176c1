import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import classes from './shown-file.module.css';

type PreviewTablesProps = {
  tables: readonly { name: string; rows: string[][]; isCut: boolean }[];
  title: string;
};

/** Sheets as flat tables of what stands in their cells, one sheet at a time. */
export function PreviewTables({ tables, title }: PreviewTablesProps) {
  const [at, setAt] = useState(0);
  const table = tables[at];
  if (!table) return <p role="status">It has no sheet that is shown.</p>;
  const columns = Math.max(0, ...table.rows.map((row) => row.length));
  return (
    <>
      {tables.length > 1 ? (
        <NativeSelect
          label="Sheet"
          mb="xs"
          value={String(at)}
          data={tables.map(({ name }, index) => ({ value: String(index), label: name }))}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
        />
      ) : null}
      {table.rows.length === 0 ? <p className={classes.quiet}>This sheet is empty.</p> : null}
      {table.rows.length > 0 ? (
        <section
          className={classes.scroll}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
          aria-label="Cells of the file"
        >
          <table className={classes.table}>
            <caption className="gt-visually-hidden">{table.name || title}</caption>
            <tbody>
              {table.rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a sheet have no name of their own and never move
                <tr key={index}>
                  {Array.from({ length: columns }, (_, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: nor have its columns
                    <td key={column}>{row[column] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {table.isCut ? (
        <p className={classes.quiet}>There is more in the file. Download it to see it all.</p>
      ) : null}
    </>
  );
}
