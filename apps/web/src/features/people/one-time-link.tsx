import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
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
  const field = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  // It takes the place of a form whose button had the focus.
  useEffect(() => first.current?.focus(), []);
  const [copied, setCopied] = useState<'yes' | 'select' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.link ?? '');
      setCopied('yes');
    } catch {
      // Without leave to the clipboard the address is marked, so that Ctrl+C takes it.
      field.current?.select();
      setCopied('select');
    }
  };
  if (!made.link) {
    return (
      <Stack gap="md">
        <p className={classes.say}>
          A link is on its way to <strong>{made.sentTo}</strong>. It works once, within seven days.
        </p>
        <Group justify="flex-end">
          <Button ref={first} onClick={onDone}>
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
      <TextInput
        ref={field}
        label="One-time link"
        value={made.link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="space-between">
        <Button
          variant="default"
          ref={first}
          leftSection={
            copied === 'yes' ? (
              <IconCheck size={16} aria-hidden="true" />
            ) : (
              <IconCopy size={16} aria-hidden="true" />
            )
          }
          onClick={() => void copy()}
        >
          {copied === 'yes' ? 'Copied' : 'Copy the link'}
        </Button>
        <Button onClick={onDone}>I have it</Button>
      </Group>
      <p role="status" className={copied ? classes.say : 'gt-visually-hidden'}>
        {copied === 'yes' ? 'The link is on your clipboard.' : null}
        {copied === 'select' ? 'The link is marked. Press Ctrl+C to copy it.' : null}
      </p>
    </Stack>
  );
}
