import { MovementBadge, SignalBadge } from '@gt/ui';
import { Alert, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { RecordHistory } from '../../components/record-history.tsx';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { problemOf } from '../../lib/problem.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import { ChartPanel } from './chart-panel.tsx';
import { CommentDialog } from './comment-dialog.tsx';
import { FigureDialog } from './figure-dialog.tsx';
import { FiguresTable } from './figures-table.tsx';
import { LateFlag } from './late-flag.tsx';
import { LinkActionsDialog } from './link-actions-dialog.tsx';
import { MeasureFacts } from './measure-facts.tsx';
import { MeasureFormDialog } from './measure-form-dialog.tsx';
import { MeasureLinks } from './measure-links.tsx';
import { MeasureServes } from './measure-serves.tsx';
import { MeasureSteps } from './measure-steps.tsx';
import classes from './measures.module.css';
import { PasteDialog } from './paste-dialog.tsx';
import { type MeasureDetail, type MeasurePoint, useMeasureWrites } from './queries.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { ServeDialog } from './serve-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import { TrajectoryDialog } from './trajectory-dialog.tsx';

type Deed =
  | 'add'
  | 'paste'
  | 'edit'
  | 'plan'
  | 'step'
  | 'link'
  | 'serve'
  | 'remove'
  | 'destroy'
  | { correct: MeasurePoint }
  | { comment: MeasurePoint };

/** Everything of one measure: its chart and what it shows, its figures, what should move it, and its history. */
export function MeasureView({ measure }: { measure: MeasureDetail }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const correct = measure.may.enter.ok ? (point: MeasurePoint) => setDeed({ correct: point }) : undefined;
  const comment = measure.may.comment.ok ? (point: MeasurePoint) => setDeed({ comment: point }) : undefined;
  return (
    <div className={classes.view}>
      <Notices measure={measure} />
      <div className={classes.badges}>
        <MovementBadge movement={measure.movement} isMet={measure.isMet} />
        <SignalBadge signal={measure.signal} />
        {measure.isLate ? <LateFlag words={measure.lateWords} /> : null}
      </div>
      <ChartPanel measure={measure} />
      <Buttons measure={measure} onDeed={setDeed} />
      <section aria-label="Figures">
        <h3 className={classes.heading}>Figures</h3>
        <FiguresTable measure={measure} onCorrect={correct} onComment={comment} />
      </section>
      <MeasureSteps measure={measure} />
      <section aria-label="What it is">
        <h3 className={classes.heading}>What it is</h3>
        <MeasureFacts measure={measure} />
      </section>
      <section aria-label="Actions that should move it">
        <h3 className={classes.heading}>Actions that should move it</h3>
        <MeasureLinks measure={measure} onLink={() => setDeed('link')} />
      </section>
      <section aria-label="Recommendations it shows something of">
        <h3 className={classes.heading}>Further recommendations it shows something of</h3>
        <MeasureServes measure={measure} onLink={() => setDeed('serve')} />
      </section>
      <section aria-label="History">
        <h3 className={classes.heading}>History</h3>
        <RecordHistory history={measure.history} />
      </section>
      <Dialogs measure={measure} deed={deed} onClose={() => setDeed(null)} />
    </div>
  );
}

function Notices({ measure }: { measure: MeasureDetail }) {
  const { restore } = useMeasureWrites();
  const { id: measureId, version, reference, deletedAt, deletedReason, redactedAt } = measure;
  if (redactedAt) {
    return (
      <Alert title={`The words were destroyed on ${dayInWords(redactedAt)}`}>
        Two people agreed, with a reason. Figures, dates and history remain.
      </Alert>
    );
  }
  if (!deletedAt) return null;
  const back = () =>
    restore.mutate(
      { measureId, version },
      { onSuccess: () => toast(`${reference} is back among the measures.`) },
    );
  return (
    <Alert title={`In the recycle bin since ${dayInWords(deletedAt)}`}>
      <p className={classes.text}>{deletedReason}</p>
      {restore.error ? <p role="alert">{problemOf(restore.error).message}</p> : null}
      <Button mt="sm" variant="default" loading={restore.isPending} onClick={back}>
        Restore it
      </Button>
    </Alert>
  );
}

function Buttons({ measure, onDeed }: { measure: MeasureDetail; onDeed: (deed: Deed) => void }) {
  const { may, reference } = measure;
  const mayDestroy = useMayRequestDestroy() && measure.redactedAt === null;
  return (
    <div className={`${classes.buttons} gt-screen-only`}>
      {may.enter.ok ? (
        <>
          <Button onClick={() => onDeed('add')}>Add a figure …</Button>
          <Button variant="default" onClick={() => onDeed('paste')}>
            Paste figures …
          </Button>
        </>
      ) : null}
      {may.edit.ok ? (
        <Button variant="default" onClick={() => onDeed('edit')}>
          Change …
        </Button>
      ) : null}
      {may.edit.ok || mayDestroy ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={`More for ${reference}`}>
              <IconDots size={18} aria-hidden="true" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {may.edit.ok ? <Menu.Item onClick={() => onDeed('plan')}>Plan the trajectory …</Menu.Item> : null}
            {may.edit.ok && measure.points.length > 1 ? (
              <Menu.Item onClick={() => onDeed('step')}>Begin the limits anew …</Menu.Item>
            ) : null}
            {may.edit.ok ? (
              <Menu.Item onClick={() => onDeed('remove')}>Move to the recycle bin …</Menu.Item>
            ) : null}
            {mayDestroy ? (
              <Menu.Item onClick={() => onDeed('destroy')}>Destroy what must not be there …</Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {may.enter.ok || measure.deletedAt || measure.redactedAt ? null : (
        <p className={classes.quiet}>{may.enter.sentence}</p>
      )}
    </div>
  );
}

type DialogsProps = { measure: MeasureDetail; deed: Deed | null; onClose: () => void };

function Dialogs({ measure, deed, onClose }: DialogsProps) {
  if (deed === 'add') return <FigureDialog measure={measure} onClose={onClose} />;
  if (deed !== null && typeof deed === 'object') {
    if ('comment' in deed)
      return <CommentDialog measure={measure} date={deed.comment.date} onClose={onClose} />;
    return <FigureDialog measure={measure} wrong={deed.correct} onClose={onClose} />;
  }
  if (deed === 'paste') return <PasteDialog measure={measure} onClose={onClose} />;
  if (deed === 'edit')
    return <MeasureFormDialog planId={measure.planId} measure={measure} onClose={onClose} />;
  if (deed === 'plan') return <TrajectoryDialog measure={measure} onClose={onClose} />;
  if (deed === 'step') return <StepDialog measure={measure} onClose={onClose} />;
  if (deed === 'serve') return <ServeDialog measure={measure} onClose={onClose} />;
  if (deed === 'link') return <LinkActionsDialog measure={measure} onClose={onClose} />;
  if (deed === 'remove') return <RemoveDialog measure={measure} onClose={onClose} />;
  return (
    <RequestDestroy
      opened={deed === 'destroy'}
      onClose={onClose}
      entity="MEASURE"
      entityId={measure.id}
      reference={measure.reference}
    />
  );
}
