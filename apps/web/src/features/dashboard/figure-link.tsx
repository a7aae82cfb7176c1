import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { filterSearch } from '../../lib/filter-search.ts';
import { paths } from '../../lib/paths.ts';
import type { Figure, Position } from './queries.ts';

/** Said where the snapshot did not keep it yet. */
export const NOT_RECORDED = 'Not recorded then';

type FigureLinkProps = {
  position: Pick<Position, 'planId' | 'snapshot'>;
  figure: Figure;
  /** What it counts, said after the number to those who do not see where it stands; '' where `children` say it. */
  words: string;
  className?: string;
  /** In place of the number. */
  children?: ReactNode;
};

/**
 * A number as the way to the list of exactly what it counts: the plan's list, or of a snapshot the actions as they were.
 * Nothing leads to an empty list, and what was not recorded is said to be so.
 */
export function FigureLink({ position, figure, words, className, children }: FigureLinkProps) {
  const { planId, snapshot } = position;
  const { key, value, filter } = figure;
  if (value === null) {
    return (
      <span title={NOT_RECORDED}>
        <span aria-hidden="true">–</span>
        <span className="gt-visually-hidden">{NOT_RECORDED}</span>
      </span>
    );
  }
  const number = children ?? value;
  if (value === 0) return <span>{number}</span>;
  const shown = (
    <>
      {number}
      {words ? <span className="gt-visually-hidden"> {words}</span> : null}
    </>
  );
  const more = {
    className,
    'data-figure': key,
    'data-value': value,
    title: words ? `${value} ${words}` : undefined,
  };
  return snapshot ? (
    <Link to={paths.snapshot} params={{ planId, snapshotId: snapshot.id }} search={{ figure: key }} {...more}>
      {shown}
    </Link>
  ) : (
    <Link to={paths.planActions} params={{ planId }} search={filterSearch(filter)} {...more}>
      {shown}
    </Link>
  );
}
