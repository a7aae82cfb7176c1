import type { IsoDate } from '@gt/contracts/words';
import { UPLOAD_MEDIA_TYPES, UPLOAD_TYPES_WORDS } from '@gt/domain/evidence';
import { validateSubmission } from '@gt/domain/inspection';
import {
  DateField,
  Dialog,
  DialogButtons,
  ErrorSummary,
  FileDrop,
  ProgressLine,
  type SummaryError,
} from '@gt/ui';
import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useToday } from '../../lib/session.ts';
import { uploadFile } from '../../lib/upload-file.ts';
import classes from './clock-panel.module.css';
import { type Clock, calendarKey, planQuery, plansKey, positionQuery } from './queries.ts';

const MAX_BYTES = 100 * 1024 * 1024;
const ENDINGS = Object.keys(UPLOAD_MEDIA_TYPES).map((ending) => `.${ending}`);
const NONE: readonly SummaryError[] = [];

type Answers = { submittedOn: IsoDate; file: File };

/** "Submitted on", with the file: stops the clock. */
export function SubmitClockDialog(props: { clock: Clock; planId: string; onClose: () => void }) {
  const { clock, planId, onClose } = props;
  const today = useToday();
  const queryClient = useQueryClient();
  const [submittedOn, setSubmittedOn] = useState<IsoDate | null>(clock.submittedOn);
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const [errors, setErrors] = useState(NONE);
  const errorOf = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message;

  const submit = useMutation({
    mutationFn: ({ submittedOn: day, file: statement }: Answers) => {
      const query = new URLSearchParams({ submittedOn: day, version: String(clock.version) });
      return uploadFile(`/files/clock-submissions/${clock.id}?${query}`, statement, {
        headers: { 'x-file-name': encodeURIComponent(statement.name) },
        onProgress: setShare,
      });
    },
    onSuccess: () => {
      toast('The submission is on record and the clock has stopped.');
      onClose();
    },
    onError: (error) => {
      const { fields, message } = problemOf(error);
      setErrors(
        fields?.length
          ? fields.map(({ field, message: words }) => ({ fieldId: field, message: words }))
          : [{ message }],
      );
    },
    onSettled: () => {
      for (const { queryKey } of [positionQuery(planId), planQuery(planId)])
        void queryClient.invalidateQueries({ queryKey });
      void queryClient.invalidateQueries({ queryKey: plansKey() });
      void queryClient.invalidateQueries({ queryKey: calendarKey() });
    },
  });

  const send = () => {
    const found = [
      ...(submittedOn
        ? validateSubmission(clock, submittedOn, today).map(({ field, message }) => ({
            fieldId: field,
            message,
          }))
        : [{ fieldId: 'submittedOn', message: 'Enter the date it was submitted' }]),
      ...(file ? [] : [{ fieldId: 'file', message: 'Choose the file that was submitted' }]),
    ];
    setErrors(found);
    if (found.length === 0 && submittedOn && file) submit.mutate({ submittedOn, file });
  };

  return (
    <Dialog onClose={onClose} title="Record the submission" size="lg">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <DateField
          id="submittedOn"
          data-autofocus
          label="Submitted on"
          value={submittedOn}
          error={errorOf('submittedOn')}
          onChange={setSubmittedOn}
        />
        <div>
          <p className={classes.legend}>The statement, as it was sent</p>
          {file ? (
            <p className={classes.chosen}>
              {file.name}
              <Button variant="subtle" size="compact-sm" onClick={() => setFile(null)}>
                Choose another
              </Button>
            </p>
          ) : (
            <FileDrop
              id="file"
              label="Choose the file"
              hint={`${UPLOAD_TYPES_WORDS}, up to 100 MB. It is kept with the plan.`}
              endings={ENDINGS}
              maxBytes={MAX_BYTES}
              aria-invalid={errorOf('file') !== undefined}
              onFiles={([chosen]) => setFile(chosen ?? null)}
              onRefused={(refused) => setErrors(refused.map(({ message }) => ({ fieldId: 'file', message })))}
            />
          )}
          {errorOf('file') ? <p className={classes.error}>{errorOf('file')}</p> : null}
        </div>
        {submit.isPending && file ? <ProgressLine label={file.name} share={share} /> : null}
        <DialogButtons label="Stop the clock" busy={submit.isPending} onSubmit={send} onBack={onClose} />
      </Stack>
    </Dialog>
  );
}
