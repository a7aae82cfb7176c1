import { UPLOAD_MEDIA_TYPES } from '@gt/domain/evidence';
import { ErrorSummary, FileDrop, type RefusedFile, SkeletonRows, type SummaryError } from '@gt/ui';
import { Alert, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { useToday } from '../../lib/session.ts';
import classes from './evidence.module.css';
import { limitsQuery } from './queries.ts';
import { UploadItemForm } from './upload-item-form.tsx';
import type { UploadTarget } from './upload-queue.ts';
import { useUploadQueue } from './use-upload-queue.ts';
import { WriteDownDialog } from './write-down-dialog.tsx';

const ENDINGS = Object.keys(UPLOAD_MEDIA_TYPES).map((ending) => `.${ending}`);
const NONE: readonly SummaryError[] = [];

/**
 * Adds evidence: many files at once, by choosing, dropping or pasting. Each says what it shows; each has its own
 * progress, error and another try. What is on its way goes on when the person looks elsewhere.
 */
export function EvidenceUpload({ target }: { target: UploadTarget }) {
  const limits = useQuery(limitsQuery());
  const today = useToday();
  const { queue, items } = useUploadQueue(target);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [errors, setErrors] = useState(NONE);
  const [writing, setWriting] = useState<'NOTE' | 'LINK' | null>(null);

  const send = (ids: readonly string[]) => {
    const found = queue.send(ids, today);
    setErrors(
      found.map(({ id, problem }) => {
        const file = items.length > 1 ? `${items.find((item) => item.id === id)?.fileName}: ` : '';
        return { fieldId: `${id}-${problem.field}`, message: `${file}${problem.message}` };
      }),
    );
  };
  const ready = items.filter((item) => item.state === 'READY' || item.state === 'FAILED');
  if (limits.isError) return <ProblemPanel error={limits.error} onRetry={() => void limits.refetch()} />;
  if (!limits.data) return <SkeletonRows rows={1} rowHeight={124} label="Loading" />;
  return (
    <div className={classes.uploads}>
      <FileDrop
        label="Choose files"
        hint={limits.data.sentence}
        endings={ENDINGS}
        maxBytes={limits.data.uploadMaxBytes}
        multiple
        pasteAnywhere
        onFiles={(files) => {
          setRefused([]);
          queue.add(files);
        }}
        onRefused={setRefused}
      />
      <Group gap="xs">
        <span className={classes.quiet}>Or without a file:</span>
        <Button variant="subtle" size="compact-md" onClick={() => setWriting('NOTE')}>
          Write a note …
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => setWriting('LINK')}>
          Add a link …
        </Button>
      </Group>
      {writing ? <WriteDownDialog target={target} form={writing} onClose={() => setWriting(null)} /> : null}
      {refused.length > 0 ? (
        <Alert
          color="brick"
          role="alert"
          title="Not taken"
          withCloseButton
          closeButtonLabel="Close"
          onClose={() => setRefused([])}
        >
          <ul className={classes.sentences}>
            {refused.map(({ name, message }) => (
              <li key={`${name} ${message}`}>{message}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <ErrorSummary errors={errors} />
      {items.length > 0 ? (
        <ul className={classes.uploadList} aria-label="Files to upload">
          {items.map((item) => (
            <UploadItemForm
              key={item.id}
              item={item}
              queue={queue}
              planId={target.planId}
              others={ready.filter((other) => other.id !== item.id).length}
              onSend={send}
            />
          ))}
        </ul>
      ) : null}
      {ready.length > 1 ? (
        <Button onClick={() => send(ready.map((item) => item.id))}>Upload all {ready.length} files</Button>
      ) : null}
    </div>
  );
}
