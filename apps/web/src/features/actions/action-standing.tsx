import { formatDate } from '@gt/contracts/words';
import { dateLedger, overdue } from '@gt/domain/action';
import type { Decision, Permission } from '@gt/domain/authz';
import { listWords } from '@gt/domain/wording';
import { RagBadge, StatusBadge, ThreadMini } from '@gt/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { holderWords } from '../../lib/holder-words.ts';
import { dayInWords } from '../../lib/instants.ts';
import { useToday } from '../../lib/session.ts';
import { AcceptanceBox } from '../assignments/public.tsx';
import { FollowButton } from '../comments/public.tsx';
import { AskedBefore, ColourDetails, RequestBox } from '../planning/public.tsx';
import classes from './action-view.module.css';
import { AssignDialog } from './assign-dialog.tsx';
import { dateDeed } from './date-deed.ts';
import { DueDateDialog } from './due-date-dialog.tsx';
import type { ActionDetail } from './queries.ts';
import { StatusDialog } from './status-dialog.tsx';

type StandingProps = { action: ActionDetail; may: (permission: Permission) => Decision };
type Dialog = 'assign' | 'date' | 'status';

/** Where an action stands: status, RAG declared and by rule with the reasons, date in one line, who does it. */
export function ActionStanding({ action, may }: StandingProps) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const live = action.deletedAt === null;
  const mayClose = may('action.close').ok && action.status === 'AWAITING_EVIDENCE_CHECK';
  const mayChange = may('action.changeStatus').ok;
  const dateLabel = dateDeed(action, may);
  const button = (which: Dialog, label: string) => (
    <Button size="xs" variant="default" onClick={() => setDialog(which)}>
      {label}
    </Button>
  );
  return (
    <div className={classes.standing}>
      <div className={classes.line}>
        <StatusBadge status={action.status} />
        <RagBadge rag={action.declaredRag} prefix="Declared" weeks={action.weeksAtColour} />
        <RagBadge rag={action.calculatedRag} prefix="By rule" />
        <ThreadMini knots={action.knots} />
      </div>
      {action.ragReason ? <p className={classes.quiet}>Declared because: {action.ragReason}</p> : null}
      {action.calculatedReasons.length > 0 ? (
        <p className={action.mismatch ? classes.mismatch : classes.quiet}>
          By rule: {action.calculatedReasons.join('; ')}.{action.mismatch ? mismatchWords(action) : ''}
        </p>
      ) : null}
      <ColourDetails action={action} mayExplain={live && may('action.report').ok} />
      {action.statusReason ? <p className={classes.quiet}>Status because: {action.statusReason}</p> : null}
      <DateLine action={action} />
      <RequestBox
        action={action}
        mayDecide={live && may('action.setDueDate').ok}
        mayAsk={live && may('action.requestDueDate').ok}
      />
      <p className={classes.fact}>
        <strong>{ownerWords(action)}</strong>
        {action.team ? ` · ${action.team.name}` : ''}
        {action.partnerTeam ? ` · with ${action.partnerTeam.name}` : ''}
        {action.supportingTeams.length > 0
          ? ` · supported by ${listWords(action.supportingTeams.map((team) => team.name))}`
          : ''}
        {action.leadPost ? ` · accountable: ${action.leadPost.title}` : ''}
      </p>
      {live ? (
        <AcceptanceBox
          action={action}
          mayAccept={may('action.accept').ok}
          mayAssign={may('action.assign').ok}
        />
      ) : null}
      {live ? (
        <div className={`${classes.buttons} gt-screen-only`}>
          {may('action.assign').ok ? button('assign', 'Assign') : null}
          {dateLabel ? button('date', dateLabel) : null}
          {mayChange || mayClose ? button('status', 'Change the status') : null}
          {may('action.follow').ok ? <FollowButton action={action} /> : null}
        </div>
      ) : null}
      {dialog === 'assign' ? <AssignDialog action={action} onClose={close} /> : null}
      {dialog === 'date' ? <DueDateDialog action={action} onClose={close} /> : null}
      {dialog === 'status' ? (
        <StatusDialog action={action} mayClose={mayClose} mayChange={mayChange} onClose={close} />
      ) : null}
    </div>
  );
}

function mismatchWords({ mismatchReason }: ActionDetail): string {
  return mismatchReason ? ` The two differ: ${mismatchReason}` : ' The two differ, and nobody has said why.';
}

function ownerWords({ ownerPost, ownerUser }: ActionDetail): string {
  if (ownerPost) {
    const holder = ownerUser?.name ?? ownerPost.holder;
    return `${ownerPost.title} (${holderWords({ title: ownerPost.title, holder })})`;
  }
  return ownerUser ? ownerUser.name : 'Nobody owns it yet';
}

function DateLine({ action }: { action: ActionDetail }) {
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const { words } = overdue({ ...action, today });
  const ledger = dateLedger(action.originalDueDate, action.dateRevisions);
  const date = action.dueDate ? formatDate(action.dueDate) : '';
  return (
    <details
      className={classes.ledger}
      data-late={action.daysOverdue > 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {words || 'No longer open'}
        {date === '' || words.includes(date) ? '' : ` · due ${date}`}
        {ledger.words ? ` (${ledger.words})` : ''}
      </summary>
      {action.dateRevisions.length > 0 ? (
        <ol>
          {action.dateRevisions.map((revision) => (
            <li key={revision.id}>
              {revision.fromDate ? `${formatDate(revision.fromDate)} → ` : ''}
              {revision.toDate ? formatDate(revision.toDate) : 'no date'}
              {revision.changedBy ? `, ${revision.changedBy}` : ''}, {dayInWords(revision.changedAt)}.{' '}
              {revision.redactedAt ? 'The reason was destroyed.' : revision.reason}
              {agreementWords(revision)}
              {revision.isSlip ? ' Taken back at once: it does not count as a move.' : ''}
            </li>
          ))}
        </ol>
      ) : (
        <p>The date has not moved.</p>
      )}
      {isOpen ? <AskedBefore actionId={action.id} /> : null}
    </details>
  );
}

function agreementWords(revision: ActionDetail['dateRevisions'][number]): string {
  const { agreedBy, agreedByName, agreedNote, agreedOn } = revision;
  if (agreedBy === 'NONE') return '';
  const note = agreedNote ? `: ${agreedNote}` : '.';
  const name = agreedByName ?? 'the programme lead';
  if (agreedBy === 'LEAD') return ` Agreed by ${name}${note}`;
  return ` Agreed by the board${agreedOn ? ` of ${formatDate(agreedOn)}` : ''}, recorded by ${name}${note}`;
}
