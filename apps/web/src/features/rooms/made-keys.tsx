import { Button, Group, Stack } from '@mantine/core';
import { CopyField } from '../../components/copy-field.tsx';
import type { MadeVisitor } from './queries.ts';
import classes from './rooms.module.css';

/** Link and code of each visitor, shown this once. */
export function MadeKeys({ made, onDone }: { made: readonly MadeVisitor[]; onDone: () => void }) {
  return (
    <Stack gap="md">
      <p className={classes.plain}>
        Give each visitor the link and the code <strong>by two different ways</strong>, for example the link
        by mail and the code by telephone. Neither opens anything without the other.{' '}
        <strong>They are shown this one time only.</strong>
      </p>
      {made.map(({ visitorId, label, link, code }, index) => (
        <section key={visitorId} aria-label={label} className={classes.keys}>
          <h3 className={classes.keysTitle}>{label}</h3>
          <CopyField
            label={`Link for ${label}`}
            value={link}
            copyLabel="Copy the link"
            takesFocus={index === 0}
          />
          <CopyField label={`Code for ${label}`} value={code} copyLabel="Copy the code" />
        </section>
      ))}
      <Group justify="flex-end">
        <Button onClick={onDone}>I have them</Button>
      </Group>
    </Stack>
  );
}
