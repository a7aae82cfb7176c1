import {
  DECLARABLE_RAGS,
  DELIVERY_STATUS_LABELS,
  type DeclarableRag,
  type DeliveryStatus,
  PRIORITIES,
  PRIORITY_LABELS,
  type Priority,
  RAG_LABELS,
} from '@gt/contracts/words';
import { assignmentNeedsReason, ragNeedsReason, STATUS_MOVES, statusNeedsReason } from '@gt/domain/action';
import { canAssignTo } from '@gt/domain/authz';
import { RagShape } from '@gt/ui';
import { Button, Popover } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { holderWords } from '../../../lib/holder-words.ts';
import { useUser } from '../../../lib/session.ts';
import type { ActionFilters, ActionRow } from '../queries.ts';
import classes from './cell-editor.module.css';
import { DateEditor } from './date-editor.tsx';
import type { EditableColumn } from './editable.ts';
import { assignmentOf, type InlineAssignment, type InlineChange } from './inline-change.ts';
import { type Option, OptionList } from './option-list.tsx';
import { ReasonStep } from './reason-step.tsx';
import { useMayEdit } from './use-may-edit.ts';

type CellEditorProps = {
  row: ActionRow;
  column: EditableColumn;
  names: ActionFilters | undefined;
  onSave: (change: InlineChange) => void;
  onOpen: () => void;
  /** Told when it opens and closes: what was refused meanwhile is said afterwards. */
  onOpened: (isOpen: boolean) => void;
  done: () => void;
};

/** Changes one cell where it stands; where the person may not, it says why. */
export function CellEditor(props: CellEditorProps) {
  const { row, column, done, onOpen, onOpened } = props;
  useEffect(() => {
    onOpened(true);
    return () => onOpened(false);
  }, [onOpened]);
  const may = useMayEdit(row);
  const { title, refusal } = may(column);
  const save = (change: InlineChange) => {
    done();
    props.onSave(change);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The panel beside the table closes by Escape as well; this press is for the editor alone.
    event.preventDefault();
    event.stopPropagation();
    done();
  };
  return (
    <Popover
      opened
      onDismiss={done}
      trapFocus
      withinPortal
      withRoles={false}
      position="bottom-start"
      width={column === 'owner' || column === 'dueDate' ? 'min(340px, calc(100vw - 24px))' : 260}
      offset={2}
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
    >
      <Popover.Target>
        <span className={classes.anchor} />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={`${title}, ${row.reference}`}
        p="xs"
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
      >
        {refusal ? (
          <>
            <p className={classes.why}>{refusal}</p>
            <Button size="xs" variant="default" mt="xs" data-autofocus onClick={onOpen}>
              Open {row.reference}
            </Button>
          </>
        ) : (
          <Editor {...props} title={title} onSave={save} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type EditorProps = CellEditorProps & { title: string };

function Editor(props: EditorProps) {
  switch (props.column) {
    case 'status':
      return <StatusEditor {...props} />;
    case 'rag':
      return <RagEditor {...props} />;
    case 'priority':
      return <PriorityEditor {...props} />;
    case 'dueDate':
      return <DateEditor {...props} />;
    default:
      return <AssignmentEditor {...props} column={props.column} />;
  }
}

function StatusEditor({ row, title, onSave }: EditorProps) {
  const [status, setStatus] = useState<DeliveryStatus | null>(null);
  // A verifier closes, and reopening is a decision of its own: neither is done in passing.
  const moves = STATUS_MOVES[row.status].filter((to) => to !== 'CLOSED' && to !== 'REOPENED');
  if (status) {
    return (
      <ReasonStep
        label={
          status === 'CANCELLED'
            ? 'Why it is cancelled'
            : 'What is still missing, so that the owner knows what to do'
        }
        submitLabel="Change the status"
        onBack={() => setStatus(null)}
        onSubmit={(reason) => onSave({ kind: 'status', status, reason })}
      />
    );
  }
  return (
    <OptionList
      label={title}
      value={row.status}
      options={moves.map((value) => ({ value, label: DELIVERY_STATUS_LABELS[value] }))}
      onPick={(value) => {
        const to = value as DeliveryStatus;
        if (statusNeedsReason(row.status, to)) setStatus(to);
        else onSave({ kind: 'status', status: to, reason: '' });
      }}
    />
  );
}

function RagEditor({ row, title, onSave }: EditorProps) {
  const [rag, setRag] = useState<DeclarableRag | null>(null);
  if (rag) {
    return (
      <ReasonStep
        label={`Why it is ${RAG_LABELS[rag].toLowerCase()}`}
        submitLabel="Declare it"
        initial={rag === row.declaredRag ? row.ragReason : ''}
        onBack={() => setRag(null)}
        onSubmit={(reason) => onSave({ kind: 'rag', declaredRag: rag, reason })}
      />
    );
  }
  return (
    <OptionList
      label={title}
      value={row.declaredRag}
      options={DECLARABLE_RAGS.map((value) => ({
        value,
        label: RAG_LABELS[value],
        mark: <RagShape rag={value} />,
      }))}
      onPick={(value) => {
        const to = value as DeclarableRag;
        if (ragNeedsReason(to, row.declaredRag)) setRag(to);
        else onSave({ kind: 'rag', declaredRag: to, reason: '' });
      }}
    />
  );
}

function PriorityEditor({ row, title, onSave, done }: EditorProps) {
  return (
    <OptionList
      label={title}
      value={row.priority}
      options={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABELS[value] }))}
      onPick={(value) => {
        if (value === row.priority) done();
        else onSave({ kind: 'priority', priority: value as Priority });
      }}
    />
  );
}

const NOBODY = '';

function AssignmentEditor({
  row,
  column,
  names,
  title,
  onSave,
  done,
}: EditorProps & { column: 'team' | 'owner' }) {
  const [to, setTo] = useState<InlineAssignment | null>(null);
  const user = useUser();
  const actor = { ...user, userId: user.id };
  const before = assignmentOf(row);
  if (to) {
    return (
      <ReasonStep
        label="Why it changes hands"
        submitLabel="Assign"
        onBack={() => setTo(null)}
        onSubmit={(reason) => onSave({ kind: 'assign', to, reason, column })}
      />
    );
  }
  const pick = (id: string) => {
    const next =
      column === 'team' ? withTeam(before, id || null, names) : withPost(before, id || null, names);
    if (JSON.stringify(next) === JSON.stringify(before)) return done();
    const base = { ...before, partnerTeamId: null };
    if (assignmentNeedsReason(base, { ...next, partnerTeamId: null })) setTo(next);
    else onSave({ kind: 'assign', to: next, reason: '', column });
  };
  const value = (column === 'team' ? before.teamId : before.ownerPostId) ?? NOBODY;
  const mayHave = (id: string, teamId: string) => id === value || canAssignTo(actor, { teamId }).ok;
  const options =
    column === 'team' ? teamOptions(names, mayHave) : postOptions(names, row.team?.id ?? null, mayHave);
  return <OptionList label={title} value={value} options={options} onPick={pick} />;
}

/** A post of another team does not come along to the new one. */
function withTeam(before: InlineAssignment, teamId: string | null, names: ActionFilters | undefined) {
  const post = names?.posts.find(({ id }) => id === before.ownerPostId);
  if (teamId === before.teamId || post === undefined || post.teamId === teamId) return { ...before, teamId };
  return { ...before, teamId, ownerPostId: null, ownerUserId: null };
}

/** The post's holder answers for it, so a person named beside it goes; an action without a team gets the post's. */
function withPost(before: InlineAssignment, postId: string | null, names: ActionFilters | undefined) {
  const team = names?.posts.find(({ id }) => id === postId)?.teamId ?? null;
  return { teamId: before.teamId ?? team, ownerPostId: postId, ownerUserId: null };
}

/** Whether the person may give the action to this team, or to this post of it. */
type MayHave = (id: string, teamId: string) => boolean;

function teamOptions(names: ActionFilters | undefined, mayHave: MayHave): Option[] {
  const teams = names?.teams.filter(({ id }) => mayHave(id, id)) ?? [];
  return [{ value: NOBODY, label: 'No team' }, ...teams.map(({ id, name }) => ({ value: id, label: name }))];
}

/** The team's own posts first. */
function postOptions(names: ActionFilters | undefined, teamId: string | null, mayHave: MayHave): Option[] {
  const posts = names?.posts.filter((post) => mayHave(post.id, post.teamId)) ?? [];
  const isOther = (post: (typeof posts)[number]) => (post.teamId === teamId ? 0 : 1);
  const ordered = posts.toSorted((a, b) => isOther(a) - isOther(b));
  const options = ordered.map((post) => ({ value: post.id, label: post.title, note: holderWords(post) }));
  return [{ value: NOBODY, label: 'No owner' }, ...options];
}
