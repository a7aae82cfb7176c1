import { holds } from '@gt/domain/authz';
import { Dialog, DialogButtons, ErrorSummary, Panel, SkeletonRows, type SummaryError } from '@gt/ui';
import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import classes from './editor.module.css';
import { findingsByWords } from './findings.ts';
import { LeftOutList } from './left-out-list.tsx';
import { countedFindings, standingWords, versionName } from './paper-words.ts';
import { makePublicMutation, publicPreviewQuery, type Report, refreshReports } from './queries.ts';

/** The edition for the public: what it leaves out, where it is, or the making of it. */
export function PublicPanel({ report }: { report: Report }) {
  const { planId, edition, versionNumber, versions, content, kind } = report;
  const [isOpen, setOpen] = useState(false);
  const mayMake = holds(useUser().roles, 'report.edit');
  if (kind === 'MINUTES') return null;
  if (edition === 'PUBLIC') {
    return (
      <Panel title="What this edition leaves out">
        <LeftOutList leftOut={content.leftOut ?? []} />
        {content.allowed?.length ? (
          <ul className={classes.says}>
            {content.allowed.map(({ words, why }) => (
              <li key={words}>
                “{words}” stays, because: {why}
              </li>
            ))}
          </ul>
        ) : null}
      </Panel>
    );
  }
  const made = versions.find((row) => row.edition === 'PUBLIC' && row.versionNumber === versionNumber);
  return (
    <Panel title="Public edition">
      {made ? (
        <>
          <Link to={paths.report} params={{ planId, reportId: made.id }}>
            {versionName(made)}
          </Link>
          <p className={classes.hint}>{standingWords(made)}</p>
        </>
      ) : (
        <p className={classes.say}>
          It leaves out names, words for inside and counts of 1 to 5. None has been made of this version.
        </p>
      )}
      {!made && mayMake ? (
        <Button mt="sm" variant="default" className="gt-screen-only" onClick={() => setOpen(true)}>
          See what it leaves out …
        </Button>
      ) : null}
      {isOpen ? <PublicDialog report={report} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

const NONE: readonly SummaryError[] = [];

function PublicDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(publicPreviewQuery(report.id));
  const make = useMutation(makePublicMutation());
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [errors, setErrors] = useState(NONE);
  const send = async () => {
    setErrors(NONE);
    try {
      const { id } = await make.mutateAsync({ reportId: report.id, idempotencyKey });
      await refreshReports();
      await navigate({ to: paths.report, params: { planId: report.planId, reportId: id } });
    } catch (problem) {
      setErrors([{ message: problemOf(problem).message }]);
    }
  };
  return (
    <Dialog onClose={onClose} title="The public edition" size="xl">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        {error && !data ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows rows={5} label="Looking through the paper" /> : null}
        {data ? (
          <>
            <LeftOutList leftOut={data.leftOut} isOpen={data.leftOut.length <= 10} />
            <p className={classes.say}>{countedFindings(findingsByWords(data.findings).length)}</p>
          </>
        ) : null}
        <DialogButtons
          label="Make the public edition"
          busy={make.isPending}
          disabled={!data}
          onSubmit={() => void send()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
