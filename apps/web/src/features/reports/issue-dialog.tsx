import { SENSITIVITY_LABELS } from '@gt/contracts/words';
import { pagesOf } from '@gt/domain/report';
import { countOf } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary, type SummaryError } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../lib/problem.ts';
import classes from './editor.module.css';
import { pagesWords, paperName, versionName } from './paper-words.ts';
import { issueMutation, type Report, refreshReports } from './queries.ts';
import type { Editing } from './use-report-edits.ts';

type IssueDialogProps = {
  report: Report;
  editing: Editing;
  /** Saves what is not saved yet; the version, or null when it could not be. */
  save: () => Promise<number | null>;
  onClose: () => void;
};

const NONE: readonly SummaryError[] = [];

/** Asks before a paper is issued, and says what happens then. */
export function IssueDialog({ report, editing, save, onClose }: IssueDialogProps) {
  const { isDirty, paper } = editing;
  const issue = useMutation(issueMutation());
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState(NONE);
  const left = paper.content.sections.filter(({ isIncluded }) => !isIncluded).length;
  const { words, isTooLong } = pagesWords(pagesOf(paper.content), report.kind);

  const send = async () => {
    setErrors(NONE);
    setBusy(true);
    try {
      const version = isDirty ? await save() : report.version;
      // The form says why it could not be saved.
      if (version === null) return onClose();
      await issue.mutateAsync({ reportId: report.id, version });
      onClose();
      await refreshReports();
    } catch (error) {
      setErrors([{ message: problemOf(error).message }]);
      await refreshReports();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      onClose={onClose}
      title={`Issue ${paperName(report)}, ${versionName(report).toLowerCase()}`}
      size="lg"
    >
      <Stack gap="sm">
        <ErrorSummary errors={errors} />
        <p className={classes.say}>
          The PDF and the Word document are made now, and the words are fixed: nobody can change them
          afterwards. A mistake is put right in a new version, and both stay on record.
        </p>
        <ul className={classes.says}>
          <li>Every page is marked {SENSITIVITY_LABELS[paper.marking]}, top and bottom.</li>
          <li>
            {words}
            {isTooLong ? '. When the files take more, it is not issued and says so' : ''}.
          </li>
          {report.edition === 'INTERNAL' && report.findings.length > 0 ? (
            <li>
              {countOf(report.findings.length, 'thing')} in the words may identify somebody and would be
              printed as {report.findings.length === 1 ? 'it stands' : 'they stand'}. Go back to take{' '}
              {report.findings.length === 1 ? 'it' : 'them'} out.
            </li>
          ) : null}
          {left > 0 ? <li>{countOf(left, 'section')} left out.</li> : null}
          {isDirty ? <li>What you have not saved yet is saved first.</li> : null}
        </ul>
        <DialogButtons label="Issue it" busy={isBusy} onSubmit={() => void send()} onBack={onClose} />
      </Stack>
    </Dialog>
  );
}
