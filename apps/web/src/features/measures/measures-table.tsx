import { formatShortDate, MEASURE_ASSURANCE_LABELS } from '@gt/contracts/words';
import { valueWords } from '@gt/domain/measure';
import { DataTable, MovementBadge, SignalBadge, Sparkline } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { holderWords } from '../../lib/holder-words.ts';
import { paths } from '../../lib/paths.ts';
import { LateFlag } from './late-flag.tsx';
import classes from './measures.module.css';
import type { MeasureRow } from './queries.ts';

type MeasuresTableProps = {
  planId: string;
  rows: readonly MeasureRow[];
  /** The measure whose panel is open. */
  open: string | undefined;
};

/** A plan's measures, a row each; the name opens one beside the list. */
export function MeasuresTable({ planId, rows, open }: MeasuresTableProps) {
  // Beside an open measure there is room for what tells rows apart; the panel says the rest.
  const wide = open === undefined;
  return (
    <DataTable caption="Measures of the plan" cards>
      <thead>
        <tr>
          <th scope="col">Ref</th>
          <th scope="col">Measure</th>
          <th scope="col">Latest figure</th>
          {wide ? <th scope="col">Over time</th> : null}
          <th scope="col">Where it goes</th>
          {wide ? <th scope="col">Change or noise</th> : null}
          {wide ? <th scope="col">Owner post</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-open={row.id === open || row.reference === open?.toUpperCase()}>
            <td className={classes.ref} data-label="Ref">
              {row.reference}
            </td>
            <td className={classes.name}>
              <Link
                from={paths.measures}
                to={paths.measures}
                params={{ planId }}
                search={(before) => ({ ...before, open: row.id })}
                resetScroll={false}
              >
                {row.redactedAt ? 'Destroyed' : row.name}
              </Link>
              <p className={classes.beneath}>
                Under R{row.recommendationNumber}
                {row.serves
                  .map(({ number, ofPlan }) => `, R${number}${ofPlan ? ` of ${ofPlan}` : ''}`)
                  .join('')}
                {row.actions.length > 0
                  ? `, moved by ${row.actions.map((one) => one.reference).join(', ')}`
                  : ''}
              </p>
            </td>
            <td data-label="Latest figure">
              <Latest row={row} />
            </td>
            {wide ? (
              <td data-label="Over time">
                {row.spark.length > 1 ? <Sparkline points={row.spark} target={row.target} /> : <Quiet />}
              </td>
            ) : null}
            <td data-label="Where it goes" className={classes.goes}>
              <MovementBadge movement={row.movement} isMet={row.isMet} />
              <p className={classes.beneath}>{row.distanceWords}</p>
              {row.trajectory === 'NONE' ? null : (
                <p className={classes.beneath} data-behind={row.trajectory === 'BEHIND'}>
                  {row.trajectoryWords}
                </p>
              )}
            </td>
            {wide ? (
              <td data-label="Change or noise">
                <SignalBadge signal={row.signal} />
                {row.assurance === 'NOT_KNOWN' ? null : (
                  <p className={classes.beneath}>{MEASURE_ASSURANCE_LABELS[row.assurance]}</p>
                )}
              </td>
            ) : null}
            {wide ? (
              <td data-label="Owner post">
                {row.ownerPost?.title ?? 'Nobody'}
                {row.ownerPost ? <p className={classes.beneath}>{holderWords(row.ownerPost)}</p> : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Quiet() {
  return <span className={classes.quiet}>Too few figures</span>;
}

function Latest({ row }: { row: MeasureRow }) {
  return (
    <>
      {row.latest ? (
        <>
          <strong className="gt-figures">{valueWords(row.latest.value, row.unit)}</strong>
          <p className={classes.beneath}>{formatShortDate(row.latest.date)}</p>
        </>
      ) : (
        <span className={classes.quiet}>No figure yet</span>
      )}
      {row.isLate ? <LateFlag words={row.lateWords} /> : null}
    </>
  );
}
