import type { IsoDate } from '@gt/contracts/words';
import { barShape } from './bar-shape.ts';
import { dependencyPath } from './dependency-path.ts';
import classes from './timeline.module.css';
import { LINE_HEIGHTS, type TimelineLine } from './timeline-lines.ts';
import type { TimelineScale } from './timeline-scale.ts';

type DependencyArrowsProps = {
  lines: readonly TimelineLine[];
  tops: readonly number[];
  /** The line of each action. */
  placeOf: ReadonlyMap<string, number>;
  scale: TimelineScale;
  today: IsoDate;
  /** First and last line in sight. */
  from: number;
  to: number;
};

/** Arrows from what comes first to what waits for it; those of something late are red, dashed and marked. */
export function DependencyArrows({ lines, tops, placeOf, scale, today, from, to }: DependencyArrowsProps) {
  const middle = (index: number) => (tops[index] ?? 0) + LINE_HEIGHTS.action / 2;
  const arrows = lines.flatMap((line, index) => {
    if (line.kind !== 'action') return [];
    return line.row.waitsFor.flatMap((first) => {
      const at = placeOf.get(first.actionId);
      const before = at === undefined ? undefined : lines[at];
      if (at === undefined || before?.kind !== 'action' || first.isOver) return [];
      // Off the screen altogether.
      if (Math.max(at, index) < from || Math.min(at, index) > to) return [];
      const start = barShape(before.row, scale, today);
      const end = barShape(line.row, scale, today);
      const x = start.x + start.width;
      return [
        {
          key: `${first.actionId} ${line.row.id}`,
          isLate: first.isLate,
          ...dependencyPath({ x, y: middle(at) }, { x: end.x - 1, y: middle(index) }),
        },
      ];
    });
  });
  if (arrows.length === 0) return null;
  return (
    <svg
      className={classes.arrows}
      width={scale.width}
      height={tops.at(-1) ?? 0}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        {(['plain', 'late'] as const).map((kind) => (
          <marker
            key={kind}
            id={`arrow-${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.5L7.5 4L0 7.5z" className={classes.arrowHead} data-late={kind === 'late'} />
          </marker>
        ))}
      </defs>
      {arrows.map(({ key, isLate, path, mark }) => (
        <g key={key}>
          <path
            d={path}
            className={classes.arrow}
            data-late={isLate}
            markerEnd={`url(#arrow-${isLate ? 'late' : 'plain'})`}
          />
          {isLate ? (
            <g transform={`translate(${mark.x} ${mark.y})`}>
              <circle r="6" className={classes.lateDot} />
              <path d="M0-3.2V0.8M0 2.8v.4" className={classes.lateMark} />
            </g>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
