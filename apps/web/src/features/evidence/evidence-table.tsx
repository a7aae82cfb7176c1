import { EVIDENCE_FORM_LABELS, EVIDENCE_KIND_LABELS, formatShortDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { DataTable } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { londonDay } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import classes from './evidence.module.css';
import { periodWords } from './evidence-facts.ts';
import type { EvidenceRow } from './queries.ts';
import { StandingNote } from './standing-note.tsx';
import { StateBadge } from './state-badge.tsx';

type EvidenceTableProps = {
  planId: string;
  rows: readonly EvidenceRow[];
  /** The item whose panel is open. */
  open: string | undefined;
};

/** The links of a row in a few words: "R1.A2, R3.A1 and 4 more". */
function linksInWords({ links }: EvidenceRow): string {
  const shown = links.slice(0, 3).map((link) => link.reference);
  const more = links.length - shown.length;
  return `${shown.join(', ') || 'Nothing'}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A plan's evidence, a row an item; the reference opens it beside the list. */
export function EvidenceTable({ planId, rows, open }: EvidenceTableProps) {
  // Beside an open item there is room for what tells rows apart; the panel says the rest.
  const wide = open === undefined;
  return (
    <DataTable caption="Evidence of the plan" cards>
      <thead>
        <tr>
          <th scope="col">Ref</th>
          <th scope="col">Evidence</th>
          <th scope="col">Check</th>
          <th scope="col">Kind</th>
          {wide ? <th scope="col">Period covered</th> : null}
          <th scope="col">For</th>
          {wide ? <th scope="col">Uploaded</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-open={row.id === open}>
            <td className={classes.ref} data-label="Ref">
              {row.reference}
            </td>
            <td className={classes.title}>
              <Link
                from={paths.evidence}
                to={paths.evidence}
                params={{ planId }}
                search={(before) => ({ ...before, open: row.id })}
                resetScroll={false}
              >
                {row.redactedAt ? 'Destroyed' : row.title}
              </Link>
              <StandingNote standing={row.standing} />
              {row.shows ? <p className={classes.lines}>{row.shows}</p> : null}
            </td>
            <td data-label="Check">
              <StateBadge state={row.state} />
              {row.openQuestions > 0 ? (
                <p className={classes.lines}>{countOf(row.openQuestions, 'open question')}</p>
              ) : null}
            </td>
            <td data-label="Kind">
              {EVIDENCE_KIND_LABELS[row.kind]}
              {row.form === 'FILE' ? null : <p className={classes.lines}>{EVIDENCE_FORM_LABELS[row.form]}</p>}
              {row.showsImpact ? <p className={classes.lines}>Shows a difference</p> : null}
            </td>
            {wide ? <td data-label="Period covered">{periodWords(row, true) || 'Not said'}</td> : null}
            <td data-label="For">{linksInWords(row)}</td>
            {wide ? (
              <td data-label="Uploaded">
                {formatShortDate(londonDay(row.latest.uploadedAt))}
                <p className={classes.lines}>{row.uploadedBy.name}</p>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
