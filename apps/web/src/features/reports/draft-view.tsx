import { SENSITIVITY_LABELS, type Sensitivity } from '@gt/contracts/words';
import { pagesOf } from '@gt/domain/report';
import { ErrorSummary } from '@gt/ui';
import { Button, Radio, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { Segments } from '../../components/segments.tsx';
import { DraftBar } from './draft-bar.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import { DraftNotices } from './draft-notices.tsx';
import classes from './editor.module.css';
import { FindingsPanel } from './findings-panel.tsx';
import { InsideFindings } from './inside-findings.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { LeftOutList } from './left-out-list.tsx';
import { PaperBar } from './paper-bar.tsx';
import { PaperView } from './paper-view.tsx';
import { pagesWords } from './paper-words.ts';
import type { Report } from './queries.ts';
import { RegenerateDialog } from './regenerate-dialog.tsx';
import { SectionList } from './section-list.tsx';
import { type Editing, useReportEdits } from './use-report-edits.ts';
import { useSaveDraft } from './use-save-draft.ts';
import { VersionsPanel } from './versions-panel.tsx';

type Look = 'edit' | 'paper';
const LOOKS = [
  { value: 'edit', label: 'Edit' },
  { value: 'paper', label: 'As it will print' },
] as const;

/** A draft: its words are edited in place, looked at as they will print, and issued. */
export function DraftView({ report }: { report: Report }) {
  const editing = useReportEdits(report);
  const saving = useSaveDraft(editing);
  const [look, setLook] = useState<Look>('edit');
  const [dialog, setDialog] = useState<'issue' | 'regenerate' | null>(null);
  const paper = useDeferredValue(editing.paper);
  const { words, isTooLong } = pagesWords(pagesOf(paper.content), report.kind);
  const { conflict, leaveConflict, summary } = saving.form;
  const isPublic = report.edition === 'PUBLIC';
  return (
    <div className={classes.root}>
      <PaperBar
        report={report}
        facts={
          <p className={classes.hint} data-long={isTooLong}>
            {words}
            {isTooLong ? ': leave a section out, or shorten its words' : ''}.
          </p>
        }
      >
        <Segments label="How the draft is shown" value={look} options={LOOKS} onChange={setLook} />
        {isPublic ? null : (
          <Button variant="default" onClick={() => setDialog('regenerate')}>
            Write it again …
          </Button>
        )}
        <Button onClick={() => setDialog('issue')}>Issue …</Button>
      </PaperBar>
      <DraftNotices
        report={report}
        restored={editing.restored && editing.isDirty}
        onRegenerate={() => setDialog('regenerate')}
        onIssue={() => setDialog('issue')}
      />
      <ErrorSummary {...summary} />
      {conflict ? (
        <DraftConflict
          editing={editing}
          conflict={conflict}
          busy={saving.isSaving}
          onBack={leaveConflict}
          onSave={(edits) => {
            editing.replace(edits, conflict.version);
            void saving.send(edits, conflict.version);
          }}
        />
      ) : null}
      {isPublic ? (
        <FindingsPanel report={report} editing={editing} />
      ) : (
        <InsideFindings report={report} isDirty={editing.isDirty} />
      )}
      {isPublic ? <LeftOutList leftOut={report.content.leftOut ?? []} /> : null}
      {look === 'edit' && !conflict ? <Form editing={editing} /> : null}
      <div className={look === 'paper' && !conflict ? undefined : 'gt-print-only'}>
        <PaperView paper={paper} />
      </div>
      {editing.isDirty && !conflict ? (
        <DraftBar
          isSaving={saving.isSaving}
          onSave={() => void saving.saveAndSay()}
          onDiscard={editing.discard}
        />
      ) : null}
      <VersionsPanel report={report} />
      {dialog === 'issue' ? (
        <IssueDialog report={report} editing={editing} save={saving.save} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'regenerate' ? (
        <RegenerateDialog
          report={report}
          editing={editing}
          save={saving.save}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}

function Form({ editing }: { editing: Editing }) {
  const { paper, set } = editing;
  return (
    <div className={`${classes.form} gt-screen-only`}>
      <div className={classes.head}>
        <TextInput
          id="title"
          label="Title"
          value={paper.title}
          error={paper.title.trim() === '' ? 'Enter a title' : undefined}
          onChange={(event) => set('title', event.currentTarget.value)}
        />
        <Radio.Group
          label="Marking, top and bottom of every page"
          value={paper.marking}
          onChange={(value) => set('marking', value)}
        >
          <div className={classes.markings}>
            {(['OFFICIAL_SENSITIVE', 'OFFICIAL'] satisfies Sensitivity[]).map((marking) => (
              <Radio key={marking} value={marking} label={SENSITIVITY_LABELS[marking]} />
            ))}
          </div>
        </Radio.Group>
        <p className={classes.hint}>
          Change the words in place. A blank line begins a paragraph; lines that begin with “- ” make a list.
          Tables are printed as the plan had them and are not changed here.
        </p>
      </div>
      <SectionList paper={paper} set={set} />
    </div>
  );
}
