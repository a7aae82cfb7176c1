import type { ReactNode } from 'react';
import classes from './data-table.module.css';

type DataTableProps = {
  /** Names the table for those who cannot see around it; shown when `captionShown`. */
  caption: string;
  captionShown?: boolean;
  /**
   * On a phone each row becomes a card; give every `td` a `data-label`. 'early': wherever the table has less than
   * 640 px, in cards of two columns, with `data-wide` on the cell that takes a line for itself.
   */
  cards?: boolean | 'early';
  /** thead and tbody, with `scope` on every header cell. */
  children: ReactNode;
};

/** A dense table, 13 px, that scrolls sideways inside itself rather than moving the page. */
export function DataTable({ caption, captionShown = false, cards = false, children }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} data-cards={cards} aria-label={caption} tabIndex={0}>
      <table className={classes.table} data-cards={cards}>
        <caption className={captionShown ? classes.caption : 'gt-visually-hidden'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
