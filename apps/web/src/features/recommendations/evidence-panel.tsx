import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_STATE_LABELS,
  formatShortDate,
  SUFFICIENCY_LABELS,
} from '@gt/contracts/words';
import { evidenceTestWords } from '@gt/domain/evidence';
import { DataTable, Panel, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { MonthsStrip } from '../../components/months-strip.tsx';
import { paths } from '../../lib/paths.ts';
import classes from './panels.module.css';
import type { Recommendation } from './queries.ts';

/** Fetched when somebody adds evidence: this page must not wait for it. */
const EvidenceUpload = lazyPart(async () => (await import('../evidence/public.tsx')).EvidenceUpload);

type Row = Recommendation['evidence'][number];

function period({ periodFrom, periodTo }: Row): string {
  if (periodFrom && periodFrom === periodTo) return formatShortDate(periodFrom);
  if (periodFrom && periodTo) return `${formatShortDate(periodFrom)} to ${formatShortDate(periodTo)}`;
  if (periodFrom) return `from ${formatShortDate(periodFrom)}`;
  return periodTo ? `to ${formatShortDate(periodTo)}` : 'Not said';
}

type EvidencePanelProps = {
  recommendation: Recommendation;
  /** The upload stands open. */
  isAdding: boolean;
  /** Opens it; absent for those who may not add evidence to the recommendation itself. */
  onAdd?: () => void;
};

/** The proof: the test agreed at the start, its answer today, the months covered, and every item. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { recommendation, isAdding, onAdd } = props;
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
          <strong>
            {SUFFICIENCY_LABELS[evidenceAnswer.state]}:{' '}
            {evidenceAnswer.ok ? 'the evidence test is met.' : 'the evidence test is not met.'}
          </strong>{' '}
          {evidenceTestWords(evidenceTest)}
        </p>
        {evidenceAnswer.missing.length > 0 ? (
          <ul>
            {evidenceAnswer.missing.map(({ code, sentence }) => (
              <li key={code}>{code === 'NO_EVIDENCE' ? 'No evidence yet.' : sentence}</li>
            ))}
          </ul>
        ) : null}
        {evidenceAnswer.notCounted.length > 0 ? <p>{evidenceAnswer.notCounted.join(' ')}</p> : null}
      </div>
      {evidence.length > 0 ? (
        <>
          <div className={classes.strip}>
            <MonthsStrip months={recommendation.months} words={recommendation.monthsWords} />
          </div>
          <DataTable caption={`Evidence under ${reference}`} cards="early">
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
                  <td data-label="Ref">
                    <Link to={paths.evidence} params={{ planId: item.planId }} search={{ open: item.id }}>
                      {item.reference}
                    </Link>
                    {item.ofPlan ? <span className={classes.beneath}>of {item.ofPlan}</span> : null}
                  </td>
                  <td data-label="Evidence" data-wide className={classes.title}>
                    {item.redacted ? 'Destroyed' : item.title}
                  </td>
                  <td data-label="Kind">{EVIDENCE_KIND_LABELS[item.kind]}</td>
                  <td data-label="Period covered">{period(item)}</td>
                  <td data-label="Shows a difference">{item.showsImpact ? 'Yes' : 'No'}</td>
                  <td data-label="Check">
                    {EVIDENCE_STATE_LABELS[item.state]}
                    {item.standing ? <span className={classes.beneath}>{item.standing}</span> : null}
                  </td>
                  <td data-label="Actions">{item.actionReferences.join(', ') || '–'}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </>
      ) : null}
      <AddEvidence recommendation={recommendation} isAdding={isAdding} onAdd={onAdd} />
    </Panel>
  );
}

/** For what proves the recommendation as a whole; everything else is added to the action that it proves. */
function AddEvidence({ recommendation, isAdding, onAdd }: EvidencePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever asked for it, here or at a gap of the thread, is taken to it.
  useEffect(() => {
    if (isAdding) heading.current?.focus();
  }, [isAdding]);
  if (!onAdd) return null;
  if (!isAdding) {
    return (
      <Button variant="default" mt="md" className="gt-screen-only" onClick={onAdd}>
        Add evidence
      </Button>
    );
  }
  const { planId, id } = recommendation;
  return (
    <section className={classes.add}>
      <h3 ref={heading} tabIndex={-1} className={classes.addTitle}>
        Add evidence
      </h3>
      <p className={classes.addLead}>
        For what proves the recommendation as a whole. What proves one action is added to that action.
      </p>
      <Suspense fallback={<SkeletonRows rows={1} rowHeight={124} label="Loading" />}>
        <EvidenceUpload target={{ planId, entityType: 'RECOMMENDATION', entityId: id }} />
      </Suspense>
    </section>
  );
}
