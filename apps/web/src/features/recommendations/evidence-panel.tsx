import { EVIDENCE_KIND_LABELS, EVIDENCE_STATE_LABELS, formatShortDate } from '@gt/contracts/words';
import { evidenceTestWords } from '@gt/domain/evidence';
import { DataTable, Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { MonthsStrip } from './months-strip.tsx';
import classes from './panels.module.css';
import type { Recommendation } from './queries.ts';

type Row = Recommendation['evidence'][number];

function period({ periodFrom, periodTo }: Row): string {
  if (periodFrom && periodTo) return `${formatShortDate(periodFrom)} to ${formatShortDate(periodTo)}`;
  if (periodFrom) return `from ${formatShortDate(periodFrom)}`;
  return periodTo ? `to ${formatShortDate(periodTo)}` : 'Not said';
}

/** The proof: the test agreed at the start, its answer today, the months covered, and every item. */
export function EvidencePanel({ recommendation }: { recommendation: Recommendation }) {
  const { evidence, evidenceAnswer, evidenceTest, planId, reference } = recommendation;
  return (
    <Panel
      title="Evidence"
      aside={
        <Link to={paths.evidence} params={{ planId }}>
          All evidence of the plan
        </Link>
      }
    >
      <div className={classes.answer} data-ok={evidenceAnswer.ok}>
        <p>
          <strong>{evidenceAnswer.ok ? 'The evidence test is met.' : 'The evidence test is not met.'}</strong>{' '}
          {evidenceTestWords(evidenceTest)}
        </p>
        {evidenceAnswer.missing.length > 0 ? (
          <ul>
            {evidenceAnswer.missing.map(({ code, sentence }) => (
              <li key={code}>{code === 'NO_EVIDENCE' ? 'No evidence yet.' : sentence}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {evidence.length > 0 ? (
        <>
          <div className={classes.strip}>
            <MonthsStrip evidence={evidence} />
          </div>
          <DataTable caption={`Evidence under ${reference}`} cards>
            <thead>
              <tr>
                <th scope="col">Ref</th>
                <th scope="col">Evidence</th>
                <th scope="col">Kind</th>
                <th scope="col">Period covered</th>
                <th scope="col">Shows a difference</th>
                <th scope="col">Check</th>
                <th scope="col">Actions</th>
              </tr>
            </thead>
            <tbody>
              {evidence.map((item) => (
                <tr key={item.id}>
                  <td data-label="Ref">{item.reference}</td>
                  <td data-label="Evidence" className={classes.title}>
                    {item.redacted ? 'Destroyed' : item.title}
                  </td>
                  <td data-label="Kind">{EVIDENCE_KIND_LABELS[item.kind]}</td>
                  <td data-label="Period covered">{period(item)}</td>
                  <td data-label="Shows a difference">{item.showsImpact ? 'Yes' : 'No'}</td>
                  <td data-label="Check">{EVIDENCE_STATE_LABELS[item.state]}</td>
                  <td data-label="Actions">{item.actionReferences.join(', ') || '–'}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </>
      ) : null}
    </Panel>
  );
}
