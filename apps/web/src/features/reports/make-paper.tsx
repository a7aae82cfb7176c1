import { ErrorSummary, type SummaryError } from '@gt/ui';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { snapshotWords } from './paper-words.ts';
import { makeMutation, refreshReports, type SnapshotChoice } from './queries.ts';
import classes from './reports.module.css';

const NONE: readonly SummaryError[] = [];

/** Makes a draft and opens it; the same press twice makes one. */
function useMakePaper(planId: string) {
  const navigate = useNavigate();
  const make = useMutation(makeMutation());
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const [errors, setErrors] = useState(NONE);
  const send = async (kind: 'BOARD_REPORT' | 'STATEMENT_OF_ACTION', snapshotId?: string) => {
    setErrors(NONE);
    try {
      const { id } = await make.mutateAsync({ planId, kind, snapshotId, idempotencyKey });
      setKey(crypto.randomUUID());
      await refreshReports();
      await navigate({ to: paths.report, params: { planId, reportId: id } });
    } catch (error) {
      setErrors([{ message: problemOf(error).message }]);
    }
  };
  return { send, errors, isBusy: make.isPending };
}

type MakeBoardReportProps = { planId: string; snapshots: readonly SnapshotChoice[] };

/** A board report from a snapshot: the newest, or one that is chosen. */
export function MakeBoardReport({ planId, snapshots }: MakeBoardReportProps) {
  const { send, errors, isBusy } = useMakePaper(planId);
  const [snapshotId, setSnapshotId] = useState('');
  const chosen = snapshotId || snapshots[0]?.id;
  return (
    <div className={`${classes.make} gt-screen-only`}>
      <ErrorSummary errors={errors} />
      {snapshots.length > 1 ? (
        <NativeSelect
          label="From the snapshot"
          value={chosen}
          onChange={(event) => setSnapshotId(event.currentTarget.value)}
          data={snapshots.map((snapshot) => ({ value: snapshot.id, label: snapshotWords(snapshot) }))}
        />
      ) : null}
      <p className={classes.note}>
        {snapshots[0]
          ? `A snapshot is the whole plan as it stood at one moment, kept when a review is frozen.${snapshots.length === 1 ? ` There is one: ${snapshotWords(snapshots[0])}.` : ''}`
          : 'A report is written from a snapshot: the whole plan as it stands at one moment. There is none yet, so one is taken now.'}
      </p>
      <Button loading={isBusy} onClick={() => void send('BOARD_REPORT', chosen)}>
        Make a board report
      </Button>
    </div>
  );
}

/** The statement of the plan as it stands now. */
export function MakeStatement({ planId, isFirst }: { planId: string; isFirst: boolean }) {
  const { send, errors, isBusy } = useMakePaper(planId);
  return (
    <div className={`${classes.make} gt-screen-only`}>
      <ErrorSummary errors={errors} />
      <Button
        variant={isFirst ? 'filled' : 'default'}
        loading={isBusy}
        onClick={() => void send('STATEMENT_OF_ACTION')}
      >
        {isFirst ? 'Make the statement of action' : 'Make another statement'}
      </Button>
    </div>
  );
}
