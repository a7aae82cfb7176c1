import { holds } from '@gt/domain/authz';
import { ProgressLine } from '@gt/ui';
import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RedactedNote } from '../../components/redacted-note.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { ApprovalsPanel } from './approvals-panel.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import { Downloads } from './downloads.tsx';
import classes from './editor.module.css';
import { PaperBar } from './paper-bar.tsx';
import { PaperView } from './paper-view.tsx';
import { paperName, versionName } from './paper-words.ts';
import { PublicPanel } from './public-panel.tsx';
import { newVersionMutation, type Report, refreshReports } from './queries.ts';
import { VersionsPanel } from './versions-panel.tsx';

type ReadViewProps = {
  report: Report;
  /** Another version or edition to lay beside this one. */
  compare: string | undefined;
};

/** A paper that is read and not changed: issued, being issued, or a draft of somebody else. */
export function ReadView({ report, compare }: ReadViewProps) {
  const { state, kind, edition, files, redactedAt } = report;
  const isStatement = kind === 'STATEMENT_OF_ACTION' && edition === 'INTERNAL' && state === 'ISSUED';
  const other = report.versions.find(({ id }) => id === compare);
  return (
    <div className={classes.root}>
      <PaperBar report={report}>
        {files.length > 0 ? (
          <Downloads files={files} of={`${paperName(report)}, ${versionName(report)}`} asButtons />
        ) : null}
        {state === 'ISSUED' && edition === 'INTERNAL' && redactedAt === null ? (
          <NewVersion report={report} />
        ) : null}
      </PaperBar>
      <Notices report={report} />
      <div className={classes.reading}>
        {isStatement ? (
          <div className={classes.readingFirst}>
            <ApprovalsPanel report={report} />
          </div>
        ) : null}
        <div className={classes.readingMain}>
          {other ? <ComparisonPanel report={report} other={other} /> : null}
          {redactedAt ? <Destroyed on={redactedAt} /> : <PaperView paper={report} />}
        </div>
        <div className={classes.readingSide}>
          {state === 'ISSUED' && redactedAt === null ? <PublicPanel report={report} /> : null}
          <VersionsPanel report={report} compare={other?.id} />
        </div>
      </div>
    </div>
  );
}

function Notices({ report: { state, edition, redactedAt, title } }: { report: Report }) {
  if (redactedAt) return null;
  if (state === 'ISSUING') {
    return (
      <ProgressLine label={`Issuing ${title}`} share={null} stage="Making the PDF and the Word document" />
    );
  }
  if (state === 'ISSUED') return null;
  return (
    <Alert title={edition === 'PUBLIC' ? 'A public edition that is not issued yet' : 'Not issued yet'}>
      The programme lead is still working on it. Its words may change.
    </Alert>
  );
}

function Destroyed({ on }: { on: string }) {
  return (
    <p className={classes.destroyed}>
      <RedactedNote redactedAt={on} /> Its words and files are gone. That it was made and issued stays on
      record.
    </p>
  );
}

/** Where a mistake is put right, or the paper brought up to date: the next version, begun from this one. */
function NewVersion({ report }: { report: Report }) {
  const navigate = useNavigate();
  const { roles } = useUser();
  const make = useMutation(newVersionMutation());
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState('');
  const newer = report.versions.find(
    ({ edition, versionNumber }) => edition === 'INTERNAL' && versionNumber > report.versionNumber,
  );
  if (newer || report.kind === 'MINUTES' || !holds(roles, 'report.edit')) return null;
  const begin = async () => {
    setProblem('');
    try {
      const { id } = await make.mutateAsync({ reportId: report.id, idempotencyKey });
      await refreshReports();
      await navigate({ to: paths.report, params: { planId: report.planId, reportId: id } });
    } catch (error) {
      setProblem(problemOf(error).message);
    }
  };
  return (
    <>
      <Button variant="default" loading={make.isPending} onClick={() => void begin()}>
        Make a new version
      </Button>
      {problem ? (
        <p role="alert" className={classes.bad}>
          {problem}
        </p>
      ) : null}
    </>
  );
}
