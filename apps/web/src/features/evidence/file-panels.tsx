import { ErrorSummary, Panel, SkeletonRows } from '@gt/ui';
import { Button, Group, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './evidence.module.css';
import { limitsQuery, useSetUploadLimit } from './queries.ts';
import { StorePanel } from './store-panel.tsx';

const MB = 1024 * 1024;

/** What an administrator sets and sees of files: the largest that is taken, and whether the store is whole. */
export function FilePanels() {
  return (
    <>
      <UploadLimitPanel />
      <StorePanel />
    </>
  );
}

/** The largest file that may be uploaded as evidence: a setting of the installation. */
function UploadLimitPanel() {
  const { data } = useQuery(limitsQuery());
  return (
    <Panel title="Largest evidence file">
      {data ? (
        <LimitForm key={data.uploadMaxBytes} bytes={data.uploadMaxBytes} sentence={data.sentence} />
      ) : (
        <SkeletonRows rows={2} />
      )}
    </Panel>
  );
}

function LimitForm({ bytes, sentence }: { bytes: number; sentence: string }) {
  const [megabytes, setMegabytes] = useState<string | number>(Math.round((bytes / MB) * 10) / 10);
  const set = useSetUploadLimit();
  const form = useWriteForm();
  const submit = async () => {
    const value = Number(megabytes);
    const isFine = megabytes !== '' && value >= 1 && value <= 2048;
    const message = 'Enter a limit from 1 to 2,048 MB.';
    if (!form.passes(isFine ? [] : [{ field: 'uploadMaxBytes', message }])) return;
    const uploadMaxBytes = Math.round(value * MB);
    if (await form.send(() => set.mutateAsync({ uploadMaxBytes, was: bytes })))
      toast('The limit has been changed.');
  };
  return (
    <>
      <ErrorSummary {...form.summary} />
      {form.conflict ? (
        <p role="alert">
          {form.conflict.changedBy} changed the limit just now. Reload the page to see what it is.
        </p>
      ) : null}
      <p className={classes.quiet}>{sentence}</p>
      <Group align="flex-end" gap="xs" mt="xs">
        <NumberInput
          id="uploadMaxBytes"
          label="Limit in MB"
          clampBehavior="none"
          min={1}
          max={2048}
          value={megabytes}
          onChange={setMegabytes}
          error={form.errors.uploadMaxBytes}
        />
        <Button onClick={() => void submit()} loading={set.isPending}>
          Save
        </Button>
      </Group>
    </>
  );
}
