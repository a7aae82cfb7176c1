import { fileSizeWords } from '@gt/domain/evidence';
import { ProgressLine } from '@gt/ui';
import { Alert, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './evidence.module.css';
import { EvidenceFields } from './evidence-fields.tsx';
import type { UploadItem, UploadQueue } from './upload-queue.ts';

type UploadItemFormProps = {
  item: UploadItem;
  queue: UploadQueue;
  planId: string;
  /** How many other files may take over these answers. */
  others: number;
  onSend: (ids: readonly string[]) => void;
};

/** One file: what is said about it, how far it is, and what went wrong with the way on. */
export function UploadItemForm({ item, queue, planId, others, onSend }: UploadItemFormProps) {
  const { id, fileName, size, state, made } = item;
  const headingId = `${id}-file`;
  if (state === 'DONE' && made)
    return <Done item={item} planId={planId} onDismiss={() => queue.remove(id)} />;
  const busy = state === 'SENDING' || state === 'WAITING';
  return (
    <li className={classes.upload}>
      <fieldset className={classes.plain} aria-labelledby={headingId}>
        <p id={headingId} className={classes.fileName}>
          <strong>{fileName}</strong> <span className={classes.quiet}>{fileSizeWords(size)}</span>
        </p>
        {item.failure ? (
          <Alert color="brick" role="alert" mb="sm" title="It was not uploaded">
            {item.failure}
          </Alert>
        ) : null}
        {busy ? (
          <ProgressLine
            label={state === 'SENDING' ? `Uploading “${item.facts.title}”` : `“${item.facts.title}” is next`}
            share={item.share}
            stage={item.share === 1 ? 'Checking the file …' : undefined}
          />
        ) : (
          <EvidenceFields
            prefix={`${id}-`}
            facts={item.facts}
            errors={item.errors}
            onChange={(patch) => queue.change(id, patch)}
          />
        )}
        <Group gap="xs" mt="sm">
          {busy ? (
            <Button variant="default" onClick={() => queue.cancel(id)}>
              Stop
            </Button>
          ) : (
            <>
              <Button variant="light" onClick={() => onSend([id])}>
                {state === 'FAILED' ? 'Try again' : 'Upload'}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => queue.remove(id)}>
                Remove from the list
              </Button>
              {others > 0 ? (
                <Button variant="subtle" onClick={() => queue.copyToOthers(id)}>
                  Use these answers for {others === 1 ? 'the other file' : `the other ${others} files`}
                </Button>
              ) : null}
            </>
          )}
        </Group>
      </fieldset>
    </li>
  );
}

function Done({ item, planId, onDismiss }: { item: UploadItem; planId: string; onDismiss: () => void }) {
  const { reference = '', evidenceId } = item.made ?? {};
  return (
    <li className={classes.upload} data-done>
      <p className={classes.doneLine} role="status">
        <span>
          <strong>{item.fileName}</strong> is{' '}
          <Link to={paths.evidence} params={{ planId }} search={{ open: evidenceId }}>
            {reference}
          </Link>
          . It waits for somebody to check it.
        </span>
        <Button
          variant="subtle"
          size="compact-sm"
          flex="none"
          onClick={onDismiss}
          aria-label={`Hide ${item.fileName}`}
        >
          Hide
        </Button>
      </p>
    </li>
  );
}
