import type { ReactNode } from 'react';
import classes from './quote.module.css';

type QuoteProps = {
  /** Verbatim: never shortened, corrected or restyled. */
  text: string;
  page?: number | null;
  /** Numbers of the report's paragraphs that bear on it. */
  paragraphs?: readonly number[];
  /** The report: "Birmingham, ILACS, December 2018". */
  source?: ReactNode;
};

/** "page 3", "paragraph 40", "paragraphs 40 and 41". */
function placeOf(page: number | null | undefined, paragraphs: readonly number[]): string {
  const words: string[] = [];
  if (page) words.push(`page ${page}`);
  const last = paragraphs.at(-1);
  if (paragraphs.length === 1) words.push(`paragraph ${last}`);
  if (paragraphs.length > 1) words.push(`paragraphs ${paragraphs.slice(0, -1).join(', ')} and ${last}`);
  return words.join(', ');
}

/** The words of the inspection, with where they stand. */
export function Quote({ text, page, paragraphs = [], source }: QuoteProps) {
  const place = placeOf(page, paragraphs);
  return (
    <figure className={classes.root}>
      <blockquote className={classes.words}>{text}</blockquote>
      {source || place ? (
        <figcaption className={classes.place}>
          {source}
          {source && place ? ', ' : null}
          {place}
        </figcaption>
      ) : null}
    </figure>
  );
}
