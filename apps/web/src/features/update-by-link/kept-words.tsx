import { Panel } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { CopyWords } from './copy-words.tsx';
import { inOneText } from './link-words.ts';
import classes from './update-by-link.module.css';
import type { LinkDrafts } from './use-link-drafts.ts';

/** Words that were typed and cannot be sent any more: of actions that are finished, or behind a link that ended. */
export function KeptWords({ kept, shown }: { kept: LinkDrafts; shown: readonly string[] }) {
  const left = Object.entries(kept.drafts).filter(([actionId]) => !shown.includes(actionId));
  if (left.length === 0) return null;
  return (
    <Panel title="Words that you typed and did not send">
      <p className={classes.quiet}>They are in this browser only. Copy them before you remove them.</p>
      <ul className={classes.keptList}>
        {left.map(([actionId, { reference, words }]) => (
          <li key={actionId}>
            <h3 className={classes.keptTitle}>{reference}</h3>
            <p className={classes.text}>{inOneText(words)}</p>
            <Group gap="xs">
              <CopyWords words={words} reference={reference} />
              <Button
                variant="subtle"
                size="xs"
                aria-label={`Remove from this browser: ${reference}`}
                onClick={() => kept.set(actionId, null)}
              >
                Remove from this browser
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
