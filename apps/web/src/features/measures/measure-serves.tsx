import { Alert, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import classes from './measures.module.css';
import { type MeasureDetail, useMeasureWrites } from './queries.ts';

/** Further recommendations that the measure shows something of, of this plan and of others. */
export function MeasureServes({ measure, onLink }: { measure: MeasureDetail; onLink: () => void }) {
  const { serve, leave } = useMeasureWrites();
  const [failure, setFailure] = useState<string | null>(null);
  const { id: measureId, reference, serves, may } = measure;
  const failed = (error: unknown) => setFailure(problemOf(error).message);
  const part = async (recommendationId: string, name: string) => {
    setFailure(null);
    try {
      await leave.mutateAsync({ measureId, recommendationId });
      toast(`${reference} no longer counts for ${name}.`, {
        undo: () => void serve.mutateAsync({ measureId, recommendationId }).catch(failed),
      });
    } catch (error) {
      failed(error);
    }
  };
  return (
    <>
      {failure ? (
        <Alert color="brick" role="alert" mb="sm" title="Nothing was changed">
          {failure}
        </Alert>
      ) : null}
      {serves.length === 0 ? (
        <p className={classes.quiet}>It counts for R{measure.recommendationNumber} alone.</p>
      ) : (
        <ul className={classes.entries}>
          {serves.map(({ id, planId, number, ofPlan }) => {
            const name = `R${number}${ofPlan ? ` of ${ofPlan}` : ''}`;
            return (
              <li key={id} className={classes.entry}>
                <p className={classes.linkLine}>
                  <Link to={paths.recommendation} params={{ planId, recommendationId: id }}>
                    {name}
                  </Link>
                  {may.edit.ok ? (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      flex="none"
                      className="gt-screen-only"
                      aria-label={`Unlink ${name}`}
                      onClick={() => void part(id, name)}
                    >
                      Unlink
                    </Button>
                  ) : null}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {may.edit.ok ? (
        <Button variant="subtle" size="compact-sm" className="gt-screen-only" onClick={onLink}>
          Link a recommendation …
        </Button>
      ) : null}
    </>
  );
}
