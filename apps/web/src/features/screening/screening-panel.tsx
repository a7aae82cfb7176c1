import { NOT_SCANNED_FOR_VIRUSES } from '@gt/contracts/words';
import { SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { FindingList } from './finding-list.tsx';
import { JustifyDialog } from './justify-dialog.tsx';
import { OlderFiles } from './older-files.tsx';
import { type ScreenedFile, screeningQuery, useScreeningWrites } from './queries.ts';
import classes from './screening.module.css';
import { StandingBadge } from './standing-badge.tsx';
import { canJustify, isWaiting } from './standing-words.ts';

type ScreeningPanelProps = {
  evidenceId: string;
  /** "E12" */
  reference: string;
  /** Opens the form for a newer file; left out where the person may not add one. */
  onReplace?: (() => void) | undefined;
};

type Deed = 'justify' | 'ALLOWED' | 'REFUSED' | 'destroy';

/** What screening says of the files of an item of evidence, and what has to be done about it. */
export function ScreeningPanel({ evidenceId, reference, onReplace }: ScreeningPanelProps) {
  const { data, error, isError, refetch } = useQuery(screeningQuery(evidenceId));
  const [deed, setDeed] = useState<Deed | null>(null);
  if (isError) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  const [newest, ...older] = data?.files ?? [];
  if (!newest) return <SkeletonRows rows={2} label="Asking what screening found" />;
  const close = () => setDeed(null);
  return (
    <section className={classes.box} data-open={isWaiting(newest.standing)} aria-label="Screening">
      <div className={classes.head}>
        <h3 className={classes.heading}>Screening for personal data</h3>
        <StandingBadge standing={newest.standing} />
      </div>
      <Result file={newest} />
      <Answer file={newest} />
      <Buttons file={newest} onReplace={onReplace} onDeed={setDeed} />
      <OlderFiles files={older} reference={reference} />
      {deed === 'justify' ? <JustifyDialog file={newest} reference={reference} onClose={close} /> : null}
      {deed === 'ALLOWED' || deed === 'REFUSED' ? (
        <DecideDialog file={newest} reference={reference} decision={deed} onClose={close} />
      ) : null}
      <RequestDestroy
        opened={deed === 'destroy'}
        onClose={close}
        entity="EVIDENCE_VERSION"
        entityId={newest.versionId}
        reference={`${reference}, file ${newest.versionNumber}`}
      />
    </section>
  );
}

function Result({ file }: { file: ScreenedFile }) {
  const { screenedAt, notices, unread } = file;
  if (file.redactedAt)
    return <p className={classes.quiet}>The file was destroyed, and what was found with it.</p>;
  if (!screenedAt) {
    return <p>It is looked through now, which takes a few seconds. Until then it goes into no pack.</p>;
  }
  return (
    <>
      <p>{file.sentence}</p>
      {file.findings.length > 0 ? <FindingList file={file} /> : null}
      {unread.length > 0 ? (
        <div>
          <p>What could not be read, a person has to look at:</p>
          <ul className={classes.sentences}>
            {unread.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {notices.length > 0 ? (
        <p className={classes.quiet}>The file also holds: {notices.join('; ')}.</p>
      ) : null}
      <p className={classes.quiet}>
        File {file.versionNumber}, screened on {dayInWords(screenedAt)} at {timeInWords(screenedAt)}.{' '}
        {NOT_SCANNED_FOR_VIRUSES}
      </p>
    </>
  );
}

/** What people wrote: the justification, and the verifier's answer. */
function Answer({ file }: { file: ScreenedFile }) {
  const { justification, justifiedBy, justifiedAt, decidedBy, decidedAt, decisionNote, standing } = file;
  if (!justifiedBy || !justifiedAt) return null;
  return (
    <>
      <p>
        Justified by {justifiedBy.name} on {dayInWords(justifiedAt)}:
      </p>
      <p className={classes.words}>{justification}</p>
      {decidedBy && decidedAt ? (
        <p>
          {standing === 'ALLOWED' ? 'Allowed' : 'Refused'} by {decidedBy.name} on {dayInWords(decidedAt)}
          {decisionNote ? `: “${decisionNote}”` : '.'}
        </p>
      ) : null}
    </>
  );
}

type ButtonsProps = {
  file: ScreenedFile;
  onReplace: (() => void) | undefined;
  onDeed: (deed: Deed) => void;
};

function Buttons({ file, onReplace, onDeed }: ButtonsProps) {
  const { again } = useScreeningWrites();
  const mayDestroy = useMayRequestDestroy();
  const { standing, may, unread, versionId } = file;
  const settles = canJustify(standing) && may.justify.ok;
  if (standing === 'JUSTIFIED') {
    return may.decide.ok ? (
      <div className={`${classes.buttons} gt-screen-only`}>
        <Button onClick={() => onDeed('ALLOWED')}>Allow it …</Button>
        <Button variant="default" onClick={() => onDeed('REFUSED')}>
          Refuse it …
        </Button>
      </div>
    ) : (
      <p className={classes.quiet}>{may.decide.sentence}</p>
    );
  }
  if (standing === 'ALLOWED' && may.decide.ok) {
    return (
      <div className={`${classes.buttons} gt-screen-only`}>
        <Button variant="default" onClick={() => onDeed('REFUSED')}>
          Take the permission back …
        </Button>
      </div>
    );
  }
  if (!settles) return null;
  const isFound = file.likely > 0;
  return (
    <>
      <p>
        Until it is settled it goes into no pack.{' '}
        {isFound
          ? 'Upload a copy without it, have the file destroyed, or say why it may stay: a verifier then decides.'
          : 'Look at it yourself. If it identifies nobody, say so in a sentence: a verifier then decides.'}
      </p>
      <div className={`${classes.buttons} gt-screen-only`}>
        {onReplace && isFound ? <Button onClick={onReplace}>Upload a copy without it …</Button> : null}
        <Button variant={isFound ? 'default' : 'filled'} onClick={() => onDeed('justify')}>
          Say why it may stay …
        </Button>
        {mayDestroy ? (
          <Button variant="default" onClick={() => onDeed('destroy')}>
            Have it destroyed …
          </Button>
        ) : null}
        {unread.length > 0 && may.again.ok ? (
          <Button variant="subtle" loading={again.isPending} onClick={() => again.mutate({ versionId })}>
            Screen it again
          </Button>
        ) : null}
      </div>
    </>
  );
}
