import { formatDate } from '@gt/contracts/words';
import { DataTable, Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import classes from './lineage-page.module.css';
import { gradesWords, inspectionName } from './lineage-words.ts';
import { type History, type Inspection, useLineageWrites } from './queries.ts';

/** Where each inspection of the row comes from, and what was taken away. */
export function InspectionsPanel({ history, mayEdit }: { history: History; mayEdit: boolean }) {
  const { planId, inspections, items, removed } = history;
  const { restoreInspection } = useLineageWrites();
  const [refusal, setRefusal] = useState('');
  return (
    <Panel title="Inspections" aside={`${inspections.length} of ${history.authority}`}>
      <DataTable caption="Inspections of this council" cards>
        <thead>
          <tr>
            <th scope="col">Inspection</th>
            <th scope="col">Ended</th>
            <th scope="col">Judged</th>
            <th scope="col">Recommendations</th>
            <th scope="col">Where it is</th>
          </tr>
        </thead>
        <tbody>
          {inspections.map((inspection) => (
            <tr key={inspection.key}>
              <td data-label="Inspection">{inspectionName(inspection)}</td>
              <td data-label="Ended">{formatDate(inspection.on)}</td>
              <td data-label="Judged">{gradesWords(inspection.judgements, []) || 'No overall grade'}</td>
              <td data-label="Recommendations">
                {items.filter(({ inspectionKey }) => inspectionKey === inspection.key).length}
              </td>
              <td data-label="Where it is">
                <Where planId={planId} inspection={inspection} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {refusal ? <p role="alert">{refusal}</p> : null}
      {removed.length > 0 ? (
        <section aria-labelledby="taken-away">
          <h3 id="taken-away" className={classes.sub}>
            Taken away
          </h3>
          <ul className={classes.items}>
            {removed.map(({ id, name, dateText, reason, removedAt, version }) => (
              <li key={id}>
                {name}, {dateText}: taken away on {dayInWords(removedAt)}. {reason}{' '}
                {mayEdit ? (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    className="gt-screen-only"
                    loading={restoreInspection.isPending}
                    onClick={() =>
                      restoreInspection.mutate(
                        { earlierInspectionId: id, version },
                        {
                          onSuccess: () => toast('The inspection is back.'),
                          onError: (error) => setRefusal(problemOf(error).message),
                        },
                      )
                    }
                  >
                    Bring it back
                    <span className="gt-visually-hidden">: {dateText}</span>
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Panel>
  );
}

function Where({ planId, inspection }: { planId: string; inspection: Inspection }) {
  if (inspection.isOfThisPlan) return 'This plan';
  if (inspection.source === 'PLAN') {
    return (
      <Link to={paths.recommendations} params={{ planId: inspection.planId }} className={classes.link}>
        {inspection.planName}
      </Link>
    );
  }
  return (
    <Link to={paths.earlier} params={{ planId, earlierId: inspection.id }} className={classes.link}>
      Kept as history
      <span className="gt-visually-hidden">, {inspectionName(inspection)}</span>
    </Link>
  );
}
