import { DataTable, DateText, EmptyState, Panel, RagBadge, StatusBadge } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './panels.module.css';
import type { Recommendation } from './queries.ts';

type Row = Recommendation['actions'][number];

/** What is being done about it, in short; each action opens. */
export function ActionsPanel(props: { recommendation: Recommendation; onAdd?: () => void }) {
  const { recommendation, onAdd } = props;
  const { actions, planId, reference } = recommendation;
  const add = onAdd ? (
    <Button variant="default" size="compact-md" onClick={onAdd}>
      Add action
    </Button>
  ) : undefined;
  return (
    <Panel title="Actions" aside={actions.length > 0 ? add : undefined}>
      {actions.length === 0 ? (
        <EmptyState
          sentence="No action has been added yet."
          buttonLabel={onAdd ? 'Add the first action' : undefined}
          onButton={onAdd}
        />
      ) : (
        <DataTable caption={`Actions under ${reference}`} cards="early">
          <thead>
            <tr>
              <th scope="col">Ref</th>
              <th scope="col">Action</th>
              <th scope="col">Team</th>
              <th scope="col">Owner</th>
              <th scope="col">Due</th>
              <th scope="col">RAG</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => (
              <tr key={action.id}>
                <td data-label="Ref">{action.reference}</td>
                <td data-label="Action" data-wide className={classes.title}>
                  <Link to={paths.action} params={{ planId, actionId: action.id }}>
                    {action.title}
                  </Link>
                </td>
                <td data-label="Team">{action.teamName ?? '–'}</td>
                <td data-label="Owner">{action.owner ?? 'Nobody yet'}</td>
                <td data-label="Due">
                  <Due action={action} />
                </td>
                <td data-label="RAG">
                  <RagBadge rag={action.declaredRag} compact />
                  {action.mismatch ? (
                    <span className={classes.beneath} title={action.calculatedReason}>
                      by rule <RagBadge rag={action.calculatedRag} compact />
                    </span>
                  ) : null}
                </td>
                <td data-label="Status">
                  <StatusBadge status={action.status} compact />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Panel>
  );
}

function Due({ action }: { action: Row }) {
  if (!action.dueDate) return <>No date</>;
  return (
    <>
      <DateText date={action.dueDate} short />
      {action.overdue ? <span className={classes.late}>{action.dueWords}</span> : null}
    </>
  );
}
