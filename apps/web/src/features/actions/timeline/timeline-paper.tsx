import type { IsoDate } from '@gt/contracts/words';
import type { Meeting } from '../queries.ts';
import shared from './timeline.module.css';
import { TimelineBar } from './timeline-bar.tsx';
import type { TimelineLine } from './timeline-lines.ts';
import { TimelineAxis, TimelineLines } from './timeline-marks.tsx';
import classes from './timeline-paper.module.css';
import type { TimelineScale } from './timeline-scale.ts';

export type Paper = 'a4' | 'a3';
/** Room in pixels on a landscape sheet with its margins, for names and for bars. */
export const PAPER_ROOM: Record<Paper, { left: number; track: number }> = {
  a4: { left: 260, track: 760 },
  a3: { left: 320, track: 1130 },
};

type TimelinePaperProps = {
  paper: Paper;
  lines: readonly TimelineLine[];
  scale: TimelineScale;
  today: IsoDate;
  meetings: readonly Meeting[];
};

/**
 * The timeline on paper: every row, fitted to a landscape sheet, its head again on each. Arrows would break between
 * sheets, so each row says in words what it waits for.
 */
export function TimelinePaper({ paper, lines, scale, today, meetings }: TimelinePaperProps) {
  const { left, track } = PAPER_ROOM[paper];
  const marks = { scale, today, meetings };
  return (
    <table className={classes.paper} data-paper={paper} style={{ width: left + track }}>
      <thead>
        <tr>
          <th scope="col" style={{ width: left }}>
            Action
          </th>
          <th scope="col" style={{ width: track }}>
            <TimelineAxis {...marks} />
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          line.kind === 'recommendation' ? (
            <tr key={line.key} className={classes.paperHead}>
              <th scope="rowgroup" colSpan={2}>
                {line.recommendation.reference} {line.recommendation.quote}
              </th>
            </tr>
          ) : (
            <tr key={line.key}>
              <th scope="row" className={classes.paperName}>
                <span className={shared.reference}>{line.row.reference}</span>{' '}
                {line.row.isRedacted ? 'Words destroyed' : line.row.title}
              </th>
              <td>
                <div className={classes.paperTrack} style={{ width: scale.width }}>
                  <TimelineLines {...marks} />
                  <TimelineBar
                    row={line.row}
                    scale={scale}
                    today={today}
                    after={line.row.waitsFor
                      .filter(({ isOver }) => !isOver)
                      .map(({ reference, isLate }) => (isLate ? `${reference} (late)` : reference))}
                  />
                </div>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
