import {
  FRAMEWORKS,
  formatDate,
  GRADE_LABELS,
  INSPECTION_KIND_LABELS,
  JUDGEMENT_AREA_LABELS,
} from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { useUser } from '../../lib/session.ts';
import classes from './inspection-panel.module.css';
import type { Plan } from './queries.ts';

type Inspection = Plan['inspections'][number];

/** Fetched when somebody corrects a fact, which is seldom. */
const CorrectInspectionDialog = lazyPart(
  async () => (await import('../inspections/public.tsx')).CorrectInspectionDialog,
);

/** What the plan answers: each inspection with its dates, judgements and report. */
export function InspectionPanel({ plan }: { plan: Plan }) {
  const { roles } = useUser();
  const [correcting, setCorrecting] = useState<Inspection | null>(null);
  const mayEdit = holds(roles, 'plan.edit');
  return (
    <>
      {plan.inspections.map((inspection) => (
        <Panel
          key={inspection.id}
          title={`${inspection.authority}: ${INSPECTION_KIND_LABELS[inspection.kind]}`}
          aside={
            mayEdit ? (
              <Button
                variant="default"
                size="compact-md"
                className="gt-screen-only"
                onClick={() => setCorrecting(inspection)}
              >
                Correct
              </Button>
            ) : undefined
          }
        >
          <Facts inspection={inspection} plan={plan} />
          <Judgements inspection={inspection} />
        </Panel>
      ))}
      {correcting ? (
        <Suspense fallback={null}>
          <CorrectInspectionDialog inspection={correcting} onClose={() => setCorrecting(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

function Facts({ inspection, plan }: { inspection: Inspection; plan: Plan }) {
  const facts: [string, string | null][] = [
    ['Inspected', inspection.inspectionDateText || null],
    ['Framework', FRAMEWORKS.find(({ key }) => key === inspection.frameworkKey)?.label ?? null],
    ['Published', inspection.publicationDate && formatDate(inspection.publicationDate)],
    ['Received by the council', formatDate(inspection.receivedDate)],
    ['Lead inspector', inspection.leadInspector],
    ['URN', inspection.urn],
    ['Council (holds the duty)', plan.councilName],
    ['Trust (delivers)', plan.trustName || null],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
      {inspection.reportFileName ? (
        <div>
          <dt>Report</dt>
          <dd>
            <a href={`/files/inspections/${inspection.id}/report`} download>
              {inspection.reportFileName}
            </a>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Judgements({ inspection }: { inspection: Inspection }) {
  if (inspection.judgements.length === 0) return null;
  return (
    <table className={classes.judgements}>
      <caption className={classes.caption}>Judgements</caption>
      <thead className="gt-visually-hidden">
        <tr>
          <th scope="col">Area</th>
          <th scope="col">Grade</th>
        </tr>
      </thead>
      <tbody>
        {inspection.judgements.map(({ area, grade }) => (
          <tr key={area}>
            <th scope="row">{JUDGEMENT_AREA_LABELS[area] ?? area}</th>
            <td>{GRADE_LABELS[grade]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
