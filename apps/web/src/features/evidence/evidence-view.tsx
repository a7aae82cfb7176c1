import {
  EVIDENCE_FORM_LABELS,
  EVIDENCE_KIND_LABELS,
  formatDate,
  SENSITIVITY_LABELS,
} from '@gt/contracts/words';
import { Alert, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { RecordHistory } from '../../components/record-history.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import { ScreeningPanel } from '../screening/public.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { CheckBox, type CheckDeed } from './check-box.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import classes from './evidence.module.css';
import { periodWords } from './evidence-facts.ts';
import { LinkDialog } from './link-dialog.tsx';
import { LinkList } from './link-list.tsx';
import { NewVersionDialog } from './new-version-dialog.tsx';
import { PreviewBox } from './preview-box.tsx';
import type { EvidenceDetail } from './queries.ts';
import { QuestionList } from './question-list.tsx';
import { CheckList } from './record-list.tsx';
import { RewriteDialog } from './rewrite-dialog.tsx';
import { StateBadge } from './state-badge.tsx';
import { Succession } from './succession.tsx';
import { SupersedeDialog } from './supersede-dialog.tsx';
import { filePath, VersionList } from './version-list.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Deed = CheckDeed | 'edit' | 'version' | 'supersede' | 'withdraw' | 'link' | 'destroy';

/** Everything of one item of evidence: what it shows, its check, its files, what it is for, and its history. */
export function EvidenceView({ evidence }: { evidence: EvidenceDetail }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  return (
    <div className={classes.view}>
      <div className={classes.badges}>
        <StateBadge state={evidence.state} />
        <span>{EVIDENCE_KIND_LABELS[evidence.kind]}</span>
        {evidence.form === 'FILE' ? null : <span>· {EVIDENCE_FORM_LABELS[evidence.form]}</span>}
        {evidence.showsImpact ? <span>· Shows a difference for children</span> : null}
        {evidence.sensitivity === 'OFFICIAL' ? null : (
          <span className={classes.marking}>{SENSITIVITY_LABELS[evidence.sensitivity]}</span>
        )}
      </div>
      {evidence.redactedAt ? (
        <Alert title={`Destroyed on ${dayInWords(evidence.redactedAt)}`}>
          Two people agreed, with a reason. Dates, state and history remain.
        </Alert>
      ) : (
        <p className={classes.text}>{evidence.shows}</p>
      )}
      {evidence.difference ? (
        <p className={classes.text}>
          <strong>The difference for children:</strong> {evidence.difference}
        </p>
      ) : null}
      <Succession evidence={evidence} />
      <Buttons evidence={evidence} onDeed={setDeed} />
      <CheckBox evidence={evidence} onDeed={setDeed} />
      {evidence.redactedAt ? null : (
        <ScreeningPanel
          evidenceId={evidence.id}
          reference={evidence.reference}
          onReplace={evidence.may.addVersion.ok ? () => setDeed('version') : undefined}
        />
      )}
      <PreviewBox evidence={evidence} />
      {evidence.questions.length > 0 ? (
        <section aria-label="Questions">
          <h3 className={classes.heading}>Questions</h3>
          <QuestionList evidence={evidence} />
        </section>
      ) : null}
      <Facts evidence={evidence} />
      <section aria-label="Versions">
        <h3 className={classes.heading}>Versions</h3>
        <VersionList evidence={evidence} />
      </section>
      <section aria-label="Evidence for">
        <h3 className={classes.heading}>Evidence for</h3>
        <LinkList evidence={evidence} onLink={() => setDeed('link')} />
      </section>
      <section aria-label="Checks">
        <h3 className={classes.heading}>Checks</h3>
        <CheckList checks={evidence.checks} />
      </section>
      <section aria-label="History">
        <h3 className={classes.heading}>History</h3>
        <RecordHistory history={evidence.history} />
      </section>
      <Dialogs evidence={evidence} deed={deed} onClose={() => setDeed(null)} />
    </div>
  );
}

function Buttons({ evidence, onDeed }: { evidence: EvidenceDetail; onDeed: (deed: Deed) => void }) {
  const { may, latest, reference } = evidence;
  const mayDestroy = useMayRequestDestroy() && evidence.redactedAt === null;
  return (
    <div className={`${classes.buttons} gt-screen-only`}>
      {may.download.ok && latest.redactedAt === null ? (
        <Button component="a" href={filePath(latest.id)} download variant="light">
          Download {latest.fileName.split('.').at(-1)?.toUpperCase()}
        </Button>
      ) : null}
      {may.addVersion.ok ? (
        <Button
          variant={evidence.state === 'RETURNED' ? 'filled' : 'default'}
          onClick={() => onDeed('version')}
        >
          {evidence.form === 'FILE' ? 'Upload a new version …' : 'Write a new version …'}
        </Button>
      ) : null}
      {may.edit.ok ? (
        <Button variant="default" onClick={() => onDeed('edit')}>
          Change …
        </Button>
      ) : null}
      {may.supersede.ok || may.withdraw.ok || mayDestroy ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={`More for ${reference}`}>
              <IconDots size={18} aria-hidden="true" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {may.supersede.ok ? (
              <Menu.Item onClick={() => onDeed('supersede')}>Superseded by …</Menu.Item>
            ) : null}
            {may.withdraw.ok ? <Menu.Item onClick={() => onDeed('withdraw')}>Withdraw …</Menu.Item> : null}
            {mayDestroy ? (
              <Menu.Item onClick={() => onDeed('destroy')}>Destroy what must not be there …</Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {may.download.ok || evidence.redactedAt ? null : (
        <p className={classes.quiet}>{may.download.sentence}</p>
      )}
    </div>
  );
}

function Facts({ evidence }: { evidence: EvidenceDetail }) {
  return (
    <dl className={classes.facts}>
      <dt>Covers</dt>
      <dd>{periodWords(evidence) || 'Not said'}</dd>
      <dt>Source</dt>
      <dd>{evidence.source || 'Not said'}</dd>
      <dt>Author</dt>
      <dd>{evidence.authorPost || 'Not said'}</dd>
      <dt>Valid until</dt>
      <dd>{evidence.validUntil ? formatDate(evidence.validUntil) : 'No end'}</dd>
      <dt>Uploaded</dt>
      <dd>
        {dayInWords(evidence.createdAt)} by {evidence.uploadedBy.name}
      </dd>
    </dl>
  );
}

type DialogsProps = { evidence: EvidenceDetail; deed: Deed | null; onClose: () => void };

function Dialogs({ evidence, deed, onClose }: DialogsProps) {
  if (deed === 'ACCEPTED' || deed === 'RETURNED')
    return <CheckDialog evidence={evidence} decision={deed} onClose={onClose} />;
  if (deed === 'edit') return <EditDialog evidence={evidence} onClose={onClose} />;
  if (deed === 'uphold' || deed === 'fail') {
    const decision = deed === 'uphold' ? 'ACCEPTED' : 'RETURNED';
    return <CheckDialog evidence={evidence} decision={decision} isSample onClose={onClose} />;
  }
  if (deed === 'ask') return <AskDialog evidence={evidence} onClose={onClose} />;
  if (deed === 'supersede') return <SupersedeDialog evidence={evidence} onClose={onClose} />;
  if (deed === 'version' && evidence.form === 'FILE')
    return <NewVersionDialog evidence={evidence} onClose={onClose} />;
  if (deed === 'version') return <RewriteDialog evidence={evidence} onClose={onClose} />;
  if (deed === 'withdraw') return <WithdrawDialog evidence={evidence} onClose={onClose} />;
  if (deed === 'link') return <LinkDialog evidence={evidence} onClose={onClose} />;
  return (
    <RequestDestroy
      opened={deed === 'destroy'}
      onClose={onClose}
      entity="EVIDENCE"
      entityId={evidence.id}
      reference={evidence.reference}
    />
  );
}
