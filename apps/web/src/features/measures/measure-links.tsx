import { holds } from '@gt/domain/authz';
import { Alert, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import classes from './measures.module.css';
import { type MeasureDetail, useMeasureWrites } from './queries.ts';

/** The actions that are meant to move it. Parting from one is quick, and can be undone. */
export function MeasureLinks({ measure, onLink }: { measure: MeasureDetail; onLink: () => void }) {
  const { linkAction, unlinkAction } = useMeasureWrites();
  const { roles } = useUser();
  const [failure, setFailure] = useState<string | null>(null);
  const { id: measureId, planId, reference, actions, deletedAt } = measure;
  const part = async (actionId: string, from: string) => {
    setFailure(null);
    const failed = (error: unknown) => setFailure(problemOf(error).message);
    try {
      await unlinkAction.mutateAsync({ measureId, actionId });
      toast(`${from} is no longer linked to ${reference}.`, {
        undo: () => void linkAction.mutateAsync({ measureId, actionId }).catch(failed),
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
      {actions.length === 0 ? (
        <p className={classes.quiet}>
          No action is linked. An action that should move this measure turns amber when the measure moves away
          from its target.
        </p>
      ) : (
        <ul className={classes.entries}>
          {actions.map((action) => (
            <li key={action.id} className={classes.entry}>
              <p className={classes.linkLine}>
                <Link to={paths.action} params={{ planId, actionId: action.id }}>
                  {action.reference} {action.title}
                </Link>
                {action.mayUnlink && holds(roles, 'measure.edit') && deletedAt === null ? (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    flex="none"
                    className="gt-screen-only"
                    aria-label={`Unlink ${action.reference}`}
                    onClick={() => void part(action.id, action.reference)}
                  >
                    Unlink
                  </Button>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
      {holds(roles, 'measure.edit') && deletedAt === null ? (
        <Button variant="subtle" size="compact-sm" className="gt-screen-only" onClick={onLink}>
          Link an action …
        </Button>
      ) : null}
    </>
  );
}
