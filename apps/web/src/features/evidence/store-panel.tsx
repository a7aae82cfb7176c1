import { STORE_FINDING_LABELS } from '@gt/contracts/words';
import { fileSizeWords } from '@gt/domain/evidence';
import { countOf, grouped } from '@gt/domain/wording';
import { ConfirmDialog, DataTable, Panel, SkeletonRows } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { problemOf } from '../../lib/problem.ts';
import classes from './evidence.module.css';
import { type StoreCheck, storeQuery, useStoreWrites } from './queries.ts';

/** Rows against files: what the last check found, for administrators. */
export function StorePanel() {
  const { data, error, isError, refetch } = useQuery(storeQuery());
  return (
    <Panel title="Stored files">
      {isError ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !isError ? <SkeletonRows rows={3} /> : null}
      {data ? <LastCheck last={data.last} /> : null}
    </Panel>
  );
}

function LastCheck({ last }: { last: StoreCheck | null }) {
  const { checkNow } = useStoreWrites();
  const [asked, setAsked] = useState(false);
  const ask = () =>
    checkNow.mutate(undefined, {
      onSuccess: () => setAsked(true),
      onError: (error) => toast(problemOf(error).message),
    });
  return (
    <>
      {last ? <Found check={last} /> : <p>Rows and files have not been held against each other yet.</p>}
      <p className={classes.quiet}>
        Every night each file is read and held against the records that name it.
      </p>
      <Group gap="xs" mt="sm">
        <Button variant="default" loading={checkNow.isPending} onClick={ask}>
          Check now
        </Button>
        {last?.findings.some(({ kind }) => kind === 'ORPHAN' || kind === 'NOT_DESTROYED') ? (
          <RemoveOrphans />
        ) : null}
      </Group>
      {asked ? (
        <p role="status" className={classes.quiet}>
          The check is under way. With many files it takes some minutes; what it finds is shown here.
        </p>
      ) : null}
    </>
  );
}

function Found({ check }: { check: StoreCheck }) {
  const { checkedAt, by, files, bytes, young, total, findings } = check;
  return (
    <>
      <p>
        <strong>
          {total === 0
            ? '✓ Every record has its file, and every file its record.'
            : `▲ ${countOf(total, 'file')} to look into.`}
        </strong>{' '}
        {grouped(files)} {files === 1 ? 'file' : 'files'}, {fileSizeWords(bytes)}, checked on{' '}
        {dayInWords(checkedAt)} at {timeInWords(checkedAt)} for {by}.
        {young > 0 ? ` ${countOf(young, 'file')} younger than a day waited for a record.` : ''}
      </p>
      {findings.length > 0 ? (
        <DataTable caption="What the last check found" cards>
          <thead>
            <tr>
              <th scope="col">What is wrong</th>
              <th scope="col">Named by</th>
              <th scope="col">Size</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {findings.map(({ kind, sha256, namedBy, size }) => (
              <tr key={`${kind} ${sha256}`}>
                <td data-label="What is wrong">{STORE_FINDING_LABELS[kind]}</td>
                <td data-label="Named by">{namedBy.join('; ') || 'Nothing'}</td>
                <td data-label="Size">{size === null ? '–' : fileSizeWords(size)}</td>
                <td data-label="SHA-256" className={classes.hash}>
                  {sha256.slice(0, 12)}…
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : null}
      {total > findings.length ? (
        <p className={classes.quiet}>The first {findings.length} are listed.</p>
      ) : null}
    </>
  );
}

function RemoveOrphans() {
  const { removeOrphans } = useStoreWrites();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" color="brick" onClick={() => setAsking(true)}>
        Remove what no record names …
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title="Remove what no record names?"
        confirmLabel="Remove it"
        busy={removeOrphans.isPending}
        refusal={removeOrphans.error ? problemOf(removeOrphans.error).message : undefined}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          removeOrphans.mutate(undefined, {
            onSuccess: ({ orphans }) => {
              setAsking(false);
              toast(`${countOf(orphans, 'file')} removed. Check again to see how the store stands.`);
            },
          })
        }
      >
        <p>
          Files that no record names, and that are older than a day, are removed for good. What went is on
          record by its SHA-256.
        </p>
      </ConfirmDialog>
    </>
  );
}
