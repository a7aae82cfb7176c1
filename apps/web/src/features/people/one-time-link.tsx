import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { CopyField } from '../../components/copy-field.tsx';
import classes from './people.module.css';
import type { MadeLink } from './queries.ts';

type OneTimeLinkProps = {
  made: MadeLink;
  /** Whom it is for: "Head of Fostering, holder 2". */
  name: string;
  onDone: () => void;
};

/** A link that was just made: on its way by mail, or shown this once with a button to copy it. */
export function OneTimeLink({ made, name, onDone }: OneTimeLinkProps) {
  const done = useRef<HTMLButtonElement>(null);
  // It takes the place of a form whose button had the focus.
  useEffect(() => done.current?.focus(), []);
  if (!made.link) {
    return (
      <Stack gap="md">
        <p className={classes.say}>
          A link is on its way to <strong>{made.sentTo}</strong>. It works once, within seven days.
        </p>
        <Group justify="flex-end">
          <Button ref={done} onClick={onDone}>
            Done
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <p className={classes.say}>
        Give this link to {name} yourself, in person or by a message that only they can read. It works once,
        within seven days. <strong>It is shown this one time only.</strong>
      </p>
      <CopyField label="One-time link" value={made.link} copyLabel="Copy the link" takesFocus>
        <Button onClick={onDone}>I have it</Button>
      </CopyField>
    </Stack>
  );
}
