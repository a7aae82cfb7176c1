import type { Decision, Permission } from '@gt/domain/authz';
import { Suspense, useState } from 'react';
import { copyLink } from '../../components/copy-link.ts';
import { lazyPart } from '../../components/lazy-part.tsx';
import { type Command, useCommands } from '../../lib/shortcuts.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { dateDeed } from './date-deed.ts';
import { DueDateDialog } from './due-date-dialog.tsx';
import type { ActionDetail } from './queries.ts';
import { StatusDialog } from './status-dialog.tsx';

/** Fetched when the key is pressed: it stands on a tab that is seldom open. */
const EditDialog = lazyPart(async () => (await import('./edit-dialog.tsx')).EditDialog);

type ActionKeysProps = {
  action: ActionDetail;
  may: (permission: Permission) => Decision;
  onTab: (tab: string) => void;
};

const GROUP = 'The open action';
/** The composer comes with its tab: looked for until then, in milliseconds. */
const LOOK_AFTER = [0, 100, 300] as const;

function focusComposer(reference: string): void {
  const find = () =>
    document.querySelector<HTMLTextAreaElement>(
      `form[aria-label="Update ${CSS.escape(reference)}"] textarea`,
    );
  for (const wait of LOOK_AFTER) {
    setTimeout(() => {
      const box = find();
      if (box && !box.form?.contains(document.activeElement)) box.focus();
    }, wait);
  }
}

/** What can be done to the open action by key and by the palette: the same dialogs as its buttons open. */
export function ActionKeys({ action, may, onTab }: ActionKeysProps) {
  const [dialog, setDialog] = useState<'assign' | 'date' | 'status' | 'edit' | null>(null);
  const close = () => setDialog(null);
  const { reference } = action;
  const isOpen = action.status !== 'CLOSED' && action.status !== 'CANCELLED';
  const mayChange = may('action.changeStatus').ok;
  const mayClose = may('action.close').ok && action.status === 'AWAITING_EVIDENCE_CHECK';
  const date = dateDeed(action, may);
  const offers: readonly (Omit<Command, 'group'> & { isOffered: boolean })[] = [
    {
      isOffered: may('action.edit').ok,
      keys: 'e',
      says: `Change the words of ${reference}`,
      run: () => setDialog('edit'),
    },
    {
      isOffered: isOpen && may('update.create').ok,
      keys: 'u',
      says: `Write an update on ${reference}`,
      run: () => {
        onTab('updates');
        focusComposer(reference);
      },
    },
    {
      isOffered: mayChange || mayClose,
      keys: 's',
      says: `Change the status of ${reference}`,
      run: () => setDialog('status'),
    },
    {
      isOffered: may('action.assign').ok,
      keys: 'a',
      says: `Assign ${reference}`,
      run: () => setDialog('assign'),
    },
    {
      isOffered: date !== null,
      keys: 'd',
      says: `${date === 'Ask for another date' ? 'Ask for another due date for' : 'Set the due date of'} ${reference}`,
      run: () => setDialog('date'),
    },
    {
      isOffered: may('evidence.upload').ok,
      keys: 'v',
      says: `Add evidence to ${reference}`,
      run: () => onTab('evidence'),
    },
    {
      isOffered: true,
      keys: 'l',
      says: `Copy the link to ${reference}`,
      run: () => void copyLink(`/plans/${action.planId}/actions/${action.id}`),
    },
  ];
  const live = action.deletedAt === null;
  useCommands(
    offers
      .filter(({ isOffered }) => live && isOffered)
      .map(({ keys, says, run }) => ({ keys, says, run, group: GROUP })),
  );
  return (
    <>
      {dialog === 'assign' ? <AssignDialog action={action} onClose={close} /> : null}
      {dialog === 'date' ? <DueDateDialog action={action} onClose={close} /> : null}
      {dialog === 'status' ? (
        <StatusDialog action={action} mayClose={mayClose} mayChange={mayChange} onClose={close} />
      ) : null}
      {dialog === 'edit' ? (
        <Suspense>
          <EditDialog action={action} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}
