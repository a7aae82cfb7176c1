import { Button, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './copy-field.module.css';

type CopyFieldProps = {
  label: string;
  value: string;
  copyLabel: string;
  /** Takes the place of a form whose button had the focus. */
  takesFocus?: boolean;
  /** Further buttons in its row. */
  children?: ReactNode;
};

/** A text to be taken along, such as a link that is shown once, with a button that copies it. */
export function CopyField({ label, value, copyLabel, takesFocus = false, children }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  const [copied, setCopied] = useState<'yes' | 'select' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied('yes');
    } catch {
      // Without leave to the clipboard the text is marked, so that Ctrl+C takes it.
      field.current?.select();
      setCopied('select');
    }
  };
  const Icon = copied === 'yes' ? IconCheck : IconCopy;
  return (
    <>
      <TextInput
        ref={field}
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="space-between">
        <Button
          variant="default"
          ref={button}
          leftSection={<Icon size={16} aria-hidden="true" />}
          onClick={() => void copy()}
        >
          {copied === 'yes' ? 'Copied' : copyLabel}
        </Button>
        {children}
      </Group>
      <p role="status" className={copied ? classes.ending : 'gt-visually-hidden'}>
        {copied === 'yes' ? 'It is on your clipboard.' : null}
        {copied === 'select' ? 'It is marked. Press Ctrl+C to copy it.' : null}
      </p>
    </>
  );
}
