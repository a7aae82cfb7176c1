import { formatDate } from '@gt/contracts/words';
import { yearOf } from '@gt/domain/lineage';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { paths } from '../../lib/paths.ts';
import classes from './lineage-page.module.css';
import { gradesWords, inspectionName } from './lineage-words.ts';
import type { History, Inspection, Item } from './queries.ts';
import { type Line, useLines } from './use-lines.ts';

/** Inspections from left to right, what each said beneath it, and lines to what was said again. */
export function TimeRow({ history }: { history: History }) {
  const { inspections, items, links, suggestions } = history;
  const board = useRef<HTMLDivElement>(null);
  const wanted = [
    ...links
      .filter(({ state }) => state === 'CONFIRMED')
      .map(({ laterKey, earlierKey }) => ({ laterKey, earlierKey, isConfirmed: true })),
    ...suggestions.map(({ laterKey, earlierKey }) => ({ laterKey, earlierKey, isConfirmed: false })),
  ];
  const { lines, width, height } = useLines(board, wanted);
  return (
    <>
      <p className={classes.legend} aria-hidden="true">
        <span className={classes.solidKey} /> confirmed <span className={classes.dashedKey} /> suggested
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label="Inspections in time" tabIndex={0}>
        <div
          ref={board}
          className={classes.board}
          style={{ gridTemplateColumns: `repeat(${inspections.length}, minmax(13rem, 28rem))` }}
        >
          <Lines lines={lines} width={width} height={height} />
          {inspections.map((inspection) => (
            <Column
              key={inspection.key}
              inspection={inspection}
              items={items.filter(({ inspectionKey }) => inspectionKey === inspection.key)}
              joined={new Set(wanted.flatMap(({ laterKey, earlierKey }) => [laterKey, earlierKey]))}
            />
          ))}
        </div>
      </section>
    </>
  );
}

function Lines({ lines, width, height }: { lines: readonly Line[]; width: number; height: number }) {
  return (
    <svg className={classes.lines} width={width} height={height} aria-hidden="true">
      {lines.map(({ key, path, isConfirmed }) => (
        <path key={key} d={path} className={isConfirmed ? classes.solid : classes.dashed} />
      ))}
    </svg>
  );
}

type ColumnProps = { inspection: Inspection; items: readonly Item[]; joined: ReadonlySet<string> };

function Column({ inspection, items, joined }: ColumnProps) {
  const { key, on, judgements, isOfThisPlan, source, planName } = inspection;
  const overall = gradesWords(judgements, []);
  return (
    <section className={classes.column} aria-labelledby={`column-${key}`}>
      <header className={classes.columnHead} data-own={isOfThisPlan || undefined}>
        <h3 id={`column-${key}`} className={classes.columnYear}>
          {yearOf(on)}
          <span className="gt-visually-hidden">, {inspectionName(inspection)}</span>
        </h3>
        <p className={classes.note} aria-hidden="true">
          {inspectionName(inspection).slice(yearOf(on).length + 2)}, ended {formatDate(on)}
        </p>
        {overall ? <p className={classes.note}>{overall}</p> : null}
        <p className={classes.note}>
          {isOfThisPlan ? 'This plan' : source === 'PLAN' ? planName : 'Kept as history'}
        </p>
      </header>
      {items.length === 0 ? <p className={classes.note}>It named nothing to improve.</p> : null}
      <ul className={classes.cards}>
        {items.map((item) => (
          <li
            key={item.key}
            data-item={item.key}
            className={classes.item}
            data-joined={joined.has(item.key) || undefined}
          >
            {item.source === 'PLAN' ? (
              <Link
                to={paths.recommendation}
                params={{ planId: item.planId, recommendationId: item.id }}
                className={classes.link}
              >
                {item.reference}
              </Link>
            ) : (
              <strong>{item.reference}</strong>
            )}{' '}
            {item.quote}
          </li>
        ))}
      </ul>
    </section>
  );
}
