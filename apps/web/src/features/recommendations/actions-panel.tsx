import { ACCEPTANCE_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { DataTable, DateText, EmptyState, Panel, RagBadge, StatusBadge } from '@gt/ui';
import { Button, Checkbox, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import classes from './panels.module.css';
import { type Recommendation, useRecommendationsChanged } from './queries.ts';

type Row = Recommendation['actions'][number];

/** Fetched when somebody assigns: the page must not wait for it. */
const BulkAssignDialog = lazyPart(async () => (await import('../assignments/public.tsx')).BulkAssignDialog);

/** Its own actions that are open can change hands from here; those of others, from theirs. */
const canBeGiven = ({ status, isServed }: Row) => !isServed && status !== 'CLOSED' && status !== 'CANCELLED';

/** What is being done about it, in short; each action opens. */
export function ActionsPanel(props: { recommendation: Recommendation; onAdd?: () => void }) {
  const { recommendation, onAdd } = props;
  const { actions, planId, reference } = recommendation;
  const { roles } = useUser();
  const [picked, setPicked] = useState<readonly string[]>([]);
  // As they were when the dialog opened.
  const [giving, setGiving] = useState<readonly Row[] | null>(null);
  const changed = useRecommendationsChanged();
  const offered = holds(roles, 'action.assign') ? actions.filter(canBeGiven) : [];
  const chosen = offered.filter(({ id }) => picked.includes(id));
  const pick = (id: string, isOn: boolean) =>
    setPicked(isOn ? [...picked, id] : picked.filter((one) => one !== id));
  const buttons = (
    <Group gap="xs" className="gt-screen-only">
      {offered.length > 0 ? (
        <Button
          variant="default"
          size="compact-md"
          onClick={() => setGiving(chosen.length > 0 ? chosen : offered)}
        >
          {chosen.length > 0 ? `Assign ${chosen.length}` : `Assign all ${offered.length}`}
        </Button>
      ) : null}
      {onAdd ? (
        <Button variant="default" size="compact-md" onClick={onAdd}>
          Add action
        </Button>
      ) : null}
    </Group>
  );
  return (
    <Panel title="Actions" aside={actions.length > 0 ? buttons : undefined}>
      {giving ? (
        <Suspense fallback={null}>
          <BulkAssignDialog
            planId={planId}
            items={giving.map(({ id, version, reference: name, title, assigned }) => ({
              actionId: id,
              version,
              reference: name,
              title,
              assigned,
            }))}
            onClose={() => setGiving(null)}
            onDone={(results) => {
              setPicked(results.flatMap(({ ok, actionId }) => (ok ? [] : [actionId])));
              void changed();
            }}
          />
        </Suspense>
      ) : null}
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
              {offered.length > 0 ? (
                <th scope="col" className="gt-screen-only">
                  <span className="gt-visually-hidden">Choose</span>
                </th>
              ) : null}
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
                {offered.length > 0 ? (
                  <td className="gt-screen-only">
                    {offered.includes(action) ? (
                      <Checkbox
                        size="xs"
                        aria-label={`Choose ${action.reference}`}
                        checked={picked.includes(action.id)}
                        onChange={(event) => pick(action.id, event.currentTarget.checked)}
                      />
                    ) : null}
                  </td>
                ) : null}
                <td data-label="Ref">
                  {action.reference}
                  {action.isServed ? (
                    <span className={classes.beneath}>
                      {action.ofPlan ? `of ${action.ofPlan}, answers this too` : 'also serves this'}
                    </span>
                  ) : null}
                </td>
                <td data-label="Action" data-wide className={classes.title}>
                  <Link to={paths.action} params={{ planId: action.planId, actionId: action.id }}>
                    {action.title}
                  </Link>
                </td>
                <td data-label="Team">
                  {action.teamName ?? '–'}
                  {action.acceptance === 'OFFERED' || action.acceptance === 'QUERIED' ? (
                    <span className={classes.beneath}>{ACCEPTANCE_LABELS[action.acceptance]}</span>
                  ) : null}
                </td>
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
