import { ErrorSummary } from '@gt/ui';
import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { enterRoom, useForgetRoom } from './queries.ts';
import classes from './room.module.css';

/** Before the door: the link is there, the code is asked. */
export function Entrance({ secret, onEntered }: { secret: string; onEntered: () => void }) {
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const form = useWriteForm('entrance-');
  const forget = useForgetRoom();
  const submit = async () => {
    if (!form.passes(code.trim() === '' ? [{ field: 'code', message: 'Enter the code' }] : [])) return;
    setBusy(true);
    const isIn = await form.send(() => enterRoom(secret, code));
    setBusy(false);
    if (!isIn) return;
    forget();
    onEntered();
  };
  return (
    <Page title="Enter the inspector room">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <ErrorSummary {...form.summary} />
          <p className={classes.sentence}>
            You were given a code by another way than this link. The room shows one evidence pack, to read and
            to download.
          </p>
          <p className={classes.recorded}>
            What you open and download in the room is recorded, with the time, and shown to the trust.
          </p>
          <TextInput
            id="entrance-code"
            label="Code"
            description="Ten letters and figures. Capital or small, with or without the hyphen."
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className={classes.code}
            value={code}
            error={form.errors.code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <div>
            <Button type="submit" loading={isBusy}>
              Enter
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}
