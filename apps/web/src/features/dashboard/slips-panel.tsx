import { formatShortDate } from '@gt/contracts/words';
import { countOf, timesWords } from '@gt/domain/wording';
import { DataTable, Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { FigureLink } from './figure-link.tsx';
import type { Position } from './queries.ts';
import classes from './slips-panel.module.css';

/** Dates that slipped: how many and how far, on whose word, and the five that slipped furthest. */
export function SlipsPanel({ position }: { position: Position }) {
  const { slips, planId } = position;
  const { moved, movedTwice, byLead, byBoard, pastOriginal, later } = slips;
  if (moved.value === 0) {
    return (
      <Panel title="Dates that moved">
        <p className={classes.words}>No due date has moved from the one first agreed.</p>
      </Panel>
    );
  }
  return (
    <Panel title="Dates that moved">
      <dl className={classes.facts}>
        <Fact words="moved">
          <FigureLink position={position} figure={moved} words="due dates moved" />
        </Fact>
        <Fact words="twice or more">
          <FigureLink position={position} figure={movedTwice} words="due dates moved twice or more" />
        </Fact>
        <Fact words="on the lead’s word">
          <FigureLink position={position} figure={byLead} words="moved on the programme lead’s word" />
        </Fact>
        <Fact words="on the board’s word">
          <FigureLink position={position} figure={byBoard} words="moved on the board’s word" />
        </Fact>
        <Fact words="open past their original date">
          <FigureLink position={position} figure={pastOriginal} words="open past their original date" />
        </Fact>
      </dl>
      <p className={classes.words}>{lateWords(slips)}</p>
      {later > 0 ? (
        <DataTable caption="The dates that moved furthest" cards="early">
          <thead>
            <tr>
              <th scope="col">Action</th>
              <th scope="col">Later by</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Agreed by</th>
            </tr>
          </thead>
          <tbody>
            {slips.worst.map(
              ({ actionId, reference, title, days, timesMoved, movedBy, originalDueDate, dueDate }) => (
                <tr key={actionId}>
                  <th scope="row" data-wide>
                    <Link to={paths.action} params={{ planId, actionId }}>
                      {reference}
                    </Link>{' '}
                    <span className={classes.title}>{title}</span>
                  </th>
                  <td data-label="Later by">
                    {countOf(days, 'day')}
                    {timesMoved > 1 ? `, moved ${timesWords(timesMoved)}` : ''}
                  </td>
                  <td data-label="From" className={classes.date}>
                    {formatShortDate(originalDueDate)}
                  </td>
                  <td data-label="To" className={classes.date}>
                    {formatShortDate(dueDate)}
                  </td>
                  <td data-label="Agreed by">{movedBy === 'BOARD' ? 'Board' : 'Programme lead'}</td>
                </tr>
              ),
            )}
          </tbody>
        </DataTable>
      ) : null}
    </Panel>
  );
}

function Fact({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{words}</dt>
      <dd className="gt-figures">{children}</dd>
    </div>
  );
}

/** "12 are later than first agreed: 21 days in the middle, 62 at most." */
function lateWords({ later, middleDays, mostDays }: Position['slips']): string {
  if (later === 0) return 'None is later than first agreed.';
  if (later === 1) return `One is later than first agreed, by ${countOf(mostDays, 'day')}.`;
  return `${later} are later than first agreed: half of them by ${countOf(middleDays, 'day')} or more, at most by ${mostDays}.`;
}
