import { formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import classes from './clocks-panel.module.css';
import { GateDialog } from './gate-dialog.tsx';
import { MarkGateDialog } from './mark-gate-dialog.tsx';
import { ProposedGates } from './proposed-gates.tsx';
import { type Gate, type GatedClock, useCalendarWrites } from './queries.ts';

type Deed = { kind: 'add' } | { kind: 'edit' | 'mark' | 'destroy'; gate: Gate };

/** The approvals on the way to the submission, in the order of their days. */
export function GateList({ clock, isOneOfMany }: { clock: GatedClock; isOneOfMany: boolean }) {
  const mayEdit = holds(useUser().roles, 'plan.edit');
  const [deed, setDeed] = useState<Deed | null>(null);
  const close = () => setDeed(null);
  const isRunning = clock.submittedOn === null;
  const id = `gates-${clock.clockId}`;
  if (clock.gates.length === 0) return <ProposedGates clock={clock} mayEdit={mayEdit} />;
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          On the way to the submission{isOneOfMany ? ` within ${clock.workingDays} working days` : ''}
        </h2>
        {mayEdit && isRunning ? (
          <Button
            variant="default"
            size="xs"
            className="gt-screen-only"
            onClick={() => setDeed({ kind: 'add' })}
          >
            Add a gate
          </Button>
        ) : null}
      </div>
      <ol className={classes.gates}>
        {clock.gates.map((gate) => (
          <GateItem
            key={gate.id}
            gate={gate}
            mayEdit={mayEdit}
            onEdit={() => setDeed({ kind: 'edit', gate })}
            onMark={() => setDeed({ kind: 'mark', gate })}
            onDestroy={() => setDeed({ kind: 'destroy', gate })}
          />
        ))}
      </ol>
      <RemovedGates clock={clock} mayEdit={mayEdit} />
      <p className={classes.quiet}>
        No law sets these days: they are shares of the {clock.workingDays} working days, or set by hand.
      </p>
      {deed?.kind === 'add' ? <GateDialog clock={clock} onClose={close} /> : null}
      {deed?.kind === 'edit' ? <GateDialog clock={clock} gate={deed.gate} onClose={close} /> : null}
      {deed?.kind === 'mark' ? <MarkGateDialog clock={clock} gate={deed.gate} onClose={close} /> : null}
      {deed?.kind === 'destroy' ? (
        <RequestDestroy
          opened
          onClose={close}
          entity="CLOCK_GATE"
          entityId={deed.gate.id}
          reference={`Approval gate of ${formatDate(deed.gate.dueDate)}`}
        />
      ) : null}
    </section>
  );
}

type GateItemProps = {
  gate: Gate;
  mayEdit: boolean;
  onEdit: () => void;
  onMark: () => void;
  onDestroy: () => void;
};

function GateItem({ gate, mayEdit, onEdit, onMark, onDestroy }: GateItemProps) {
  const { name, dueDate, isSet, doneOn, doneBy, doneNote, state, words } = gate;
  const mayDestroy = useMayRequestDestroy();
  const { markGate, removeGate } = useCalendarWrites();
  const refused = markGate.error ?? removeGate.error;
  const undo = () =>
    markGate.mutate(
      { gateId: gate.id, version: gate.version, doneOn: null, doneBy: '', doneNote: '' },
      { onSuccess: () => toast(`“${name}” is open again.`) },
    );
  const remove = () =>
    removeGate.mutate(
      { gateId: gate.id, version: gate.version, isBack: false },
      {
        onSuccess: ({ gateId, version }) =>
          toast(`“${name}” is off the list.`, {
            undo: () => removeGate.mutate({ gateId, version, isBack: true }),
          }),
      },
    );
  return (
    <li className={classes.gate} data-state={state}>
      <span className={classes.mark} aria-hidden="true">
        {doneOn ? '✓' : state === 'LATE' ? '!' : ''}
      </span>
      <div className={classes.gateWords}>
        <strong>{name}</strong>
        <span className={classes.gateState}>{words}</span>
        <span className={classes.beneath}>
          {doneOn === null ? formatDate(dueDate) : `${doneBy}${doneNote ? `: ${doneNote}` : ''}`}
          {isSet && doneOn === null ? ', set by hand' : ''}
        </span>
        {refused ? (
          <span role="alert" className={classes.refused}>
            {problemOf(refused).message}
          </span>
        ) : null}
      </div>
      {mayEdit || mayDestroy ? (
        <div className={`${classes.deeds} gt-screen-only`}>
          {mayEdit && doneOn === null ? (
            <Button variant="default" size="compact-sm" onClick={onMark}>
              Mark as done<span className="gt-visually-hidden">: {name}</span>
            </Button>
          ) : null}
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="subtle" size="compact-sm" aria-label={`More for ${name}`}>
                More
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {mayEdit ? (
                <>
                  <Menu.Item onClick={onEdit}>Rename or move</Menu.Item>
                  {doneOn ? <Menu.Item onClick={undo}>Not done after all</Menu.Item> : null}
                  <Menu.Item onClick={remove}>Remove</Menu.Item>
                </>
              ) : null}
              {mayDestroy ? (
                <Menu.Item onClick={onDestroy}>Destroy what must not be there …</Menu.Item>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        </div>
      ) : null}
    </li>
  );
}

function RemovedGates({ clock, mayEdit }: { clock: GatedClock; mayEdit: boolean }) {
  const { removeGate } = useCalendarWrites();
  if (!mayEdit || clock.removed.length === 0) return null;
  return (
    <p className={`${classes.quiet} gt-screen-only`}>
      Removed:{' '}
      {clock.removed.map(({ id, name, version }) => (
        <Button
          key={id}
          variant="subtle"
          size="compact-sm"
          onClick={() => removeGate.mutate({ gateId: id, version, isBack: true })}
        >
          Put back {name}
        </Button>
      ))}
    </p>
  );
}
