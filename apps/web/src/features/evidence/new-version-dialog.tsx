import { UPLOAD_MEDIA_TYPES } from '@gt/domain/evidence';
import { Dialog, ErrorSummary, FileDrop, ProgressLine, SkeletonRows } from '@gt/ui';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { setSessionEnded } from '../../lib/session-ended.ts';
import { uploadFile } from '../../lib/upload-file.ts';
import { type EvidenceDetail, limitsQuery, refreshEvidence } from './queries.ts';

const ENDINGS = Object.keys(UPLOAD_MEDIA_TYPES).map((ending) => `.${ending}`);

type Sending = { file: File; share: number; idempotencyKey: string };

/** A newer file for an item of evidence, which then waits for a check again. */
export function NewVersionDialog({ evidence, onClose }: { evidence: EvidenceDetail; onClose: () => void }) {
  const limits = useQuery(limitsQuery());
  const [errors, setErrors] = useState<{ message: string }[]>([]);
  const [sending, setSending] = useState<Sending | null>(null);
  // After a lost answer the same file goes with the same key, so that it makes one version.
  const [failed, setFailed] = useState<Sending | null>(null);
  const stop = useRef<AbortController | null>(null);

  const send = async (file: File, idempotencyKey: string) => {
    stop.current = new AbortController();
    const work = { file, share: 0, idempotencyKey };
    setErrors([]);
    setFailed(null);
    setSending(work);
    try {
      await uploadFile(`/files/evidence/${evidence.id}/versions`, file, {
        signal: stop.current.signal,
        onProgress: (share) => setSending({ ...work, share }),
        headers: {
          'x-file-name': encodeURIComponent(file.name),
          'x-idempotency-key': idempotencyKey,
          'x-version': String(evidence.version),
        },
      });
      toast(`${evidence.reference} has a new file. It waits for somebody to check it.`);
      await refreshEvidence();
      onClose();
    } catch (error) {
      setSending(null);
      if (stop.current.signal.aborted) return;
      const { code, message } = problemOf(error);
      setFailed(work);
      setErrors([{ message }]);
      if (code === 'NOT_SIGNED_IN') setSessionEnded(true);
      if (code === 'CONFLICT') await refreshEvidence();
    }
  };
  const close = () => {
    stop.current?.abort();
    onClose();
  };
  return (
    <Dialog
      onClose={close}
      size="lg"
      title={`New file for ${evidence.reference}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorSummary errors={errors} />
      <Stack gap="md">
        <p>
          File {evidence.latest.number} stays on record. The new one is shown first, and somebody checks it
          again.
        </p>
        {limits.data && !sending ? (
          <FileDrop
            label="Choose the file"
            hint={limits.data.sentence}
            endings={ENDINGS}
            maxBytes={limits.data.uploadMaxBytes}
            pasteAnywhere
            onFiles={([file]) => {
              if (file) void send(file, crypto.randomUUID());
            }}
            onRefused={(refused) => setErrors(refused.map(({ message }) => ({ message })))}
          />
        ) : null}
        {!limits.data && !sending ? <SkeletonRows rows={1} rowHeight={124} label="Loading" /> : null}
        {sending ? (
          <ProgressLine
            label={`Uploading ${sending.file.name}`}
            share={sending.share}
            stage={sending.share === 1 ? 'Checking the file …' : undefined}
          />
        ) : null}
        <Group justify="flex-end" gap="xs">
          {failed ? (
            <Button onClick={() => void send(failed.file, failed.idempotencyKey)}>
              Try {failed.file.name} again
            </Button>
          ) : null}
          <Button variant="default" onClick={sending ? () => stop.current?.abort() : close}>
            {sending ? 'Stop' : 'Go back'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
