import { APPROVAL_BODY_LABELS, type ApprovalBody, formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { ConfirmDialog, Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RedactedNote } from '../../components/redacted-note.tsx';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { ClockLine } from './clock-line.tsx';
import classes from './editor.module.css';
import { missingWords } from './paper-words.ts';
import { type Approval, type Report, refreshReports, unapproveMutation } from './queries.ts';
import { SubmitDialog } from './submit-dialog.tsx';

/** Who approved a statement and when it was submitted: on record, for the clock that it counts to. */
export function ApprovalsPanel({ report }: { report: Report }) {
  const { approvals, missingApprovals, clock, submittedOn } = report;
  const mayRecord = holds(useUser().roles, 'report.issue') && report.redactedAt === null;
  const [approving, setApproving] = useState<ApprovalBody | null>(null);
  const [takingBack, setTakingBack] = useState<Approval | null>(null);
  const [isSubmitting, setSubmitting] = useState(false);
  return (
    <Panel title="Approvals and submission">
      <ul className={classes.approvals}>
        {approvals.map((approval) => (
          <li key={approval.id}>
            <ApprovalWords approval={approval} />
            {mayRecord ? (
              <Button
                variant="default"
                size="compact-sm"
                className="gt-screen-only"
                onClick={() => setTakingBack(approval)}
              >
                Take back …
                <span className="gt-visually-hidden">
                  {' '}
                  the approval of {APPROVAL_BODY_LABELS[approval.body]}
                </span>
              </Button>
            ) : null}
          </li>
        ))}
        {missingApprovals.map((body) => (
          <li key={body} data-missing="true">
            <p className={classes.missing}>
              <span aria-hidden="true">◆ </span>
              {APPROVAL_BODY_LABELS[body]} has not approved this version yet.
            </p>
            {mayRecord ? (
              <Button
                variant="default"
                size="compact-sm"
                className="gt-screen-only"
                onClick={() => setApproving(body)}
              >
                Record the approval …
                <span className="gt-visually-hidden"> of {APPROVAL_BODY_LABELS[body]}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <div className={classes.submission}>
        {clock ? <ClockLine clock={clock} /> : null}
        {submittedOn ? (
          <p className={classes.say}>
            <strong>This version was submitted on {formatDate(submittedOn)}.</strong>
          </p>
        ) : (
          <p className={classes.say}>
            This version has not been submitted.
            {missingApprovals.length > 0 ? ` ${missingWords(missingApprovals)}` : ''}
          </p>
        )}
        {mayRecord ? (
          <Button
            className="gt-screen-only"
            variant={submittedOn ? 'default' : 'filled'}
            onClick={() => setSubmitting(true)}
          >
            {submittedOn ? 'Correct the date …' : 'Record the submission …'}
          </Button>
        ) : null}
      </div>
      {approving ? (
        <ApproveDialog report={report} body={approving} onClose={() => setApproving(null)} />
      ) : null}
      {isSubmitting ? <SubmitDialog report={report} onClose={() => setSubmitting(false)} /> : null}
      <TakeBack approval={takingBack} onClose={() => setTakingBack(null)} />
    </Panel>
  );
}

function ApprovalWords({ approval }: { approval: Approval }) {
  const { body, approvedOn, approvedBy, note, recordedBy, recordedAt, isRedacted } = approval;
  return (
    <div>
      <p className={classes.say}>
        <span aria-hidden="true">✓ </span>
        <strong>{APPROVAL_BODY_LABELS[body]}</strong> approved on {formatDate(approvedOn)}
        {approvedBy ? `: ${approvedBy}` : ''}
      </p>
      {isRedacted ? <RedactedNote redactedAt={recordedAt} /> : null}
      {note ? <p className={classes.note}>{note}</p> : null}
      <p className={classes.hint}>
        Recorded by {recordedBy.name}, {dayInWords(recordedAt)}
      </p>
    </div>
  );
}

function TakeBack({ approval, onClose }: { approval: Approval | null; onClose: () => void }) {
  const unapprove = useMutation(unapproveMutation());
  const who = approval ? APPROVAL_BODY_LABELS[approval.body].toLowerCase() : '';
  return (
    <ConfirmDialog
      opened={approval !== null}
      title={`Take the approval of ${who} back?`}
      confirmLabel="Take it back"
      reasonLabel="Why?"
      busy={unapprove.isPending}
      refusal={unapprove.error ? problemOf(unapprove.error).message : undefined}
      onClose={onClose}
      onConfirm={(reason) => {
        if (!approval) return;
        unapprove.mutate(
          { approvalId: approval.id, reason },
          {
            onSuccess: async () => {
              onClose();
              await refreshReports();
              toast('The approval is taken back.');
            },
          },
        );
      }}
    >
      <p>That it was recorded, and why it was taken back, stays in the history.</p>
    </ConfirmDialog>
  );
}
