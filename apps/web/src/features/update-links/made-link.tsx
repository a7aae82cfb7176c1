import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { CopyField } from '../../components/copy-field.tsx';
import { lastDay } from './last-day.ts';
import type { MadeLink } from './queries.ts';
import classes from './update-links.module.css';

type MadeLinkProps = { made: MadeLink; name: string; onDone: () => void };

/** A link just made: on its way by mail, or shown this once to be passed on. */
export function MadeLinkView({ made, name, onDone }: MadeLinkProps) {
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  const works = `It works until the end of ${lastDay(made.expiresAt)}. Opening it uses nothing up.`;
  if (!made.link) {
    return (
      <Stack gap="md">
        <p className={classes.say}>
          A link is on its way to <strong>{made.sentTo}</strong>. The mail names the actions by reference
          only. {works}
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
        Mail is not set up, so pass this link on to the {name} yourself, by a message that only they can read.{' '}
        {works} <strong>It is shown this one time only.</strong>
      </p>
      <CopyField label="Link for updates" value={made.link} copyLabel="Copy the link" takesFocus>
        <Button onClick={onDone}>I have it</Button>
      </CopyField>
    </Stack>
  );
}
