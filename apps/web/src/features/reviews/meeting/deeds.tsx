import { holds } from '@gt/domain/authz';
import { Dialog } from '@gt/ui';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { useUser } from '../../../lib/session.ts';
import { type Command, useCommands } from '../../../lib/shortcuts.ts';
import { CreateActionDialog, StatusDialog, useMay } from '../../actions/public.tsx';
import { CommentComposer } from '../../comments/public.tsx';
import type { ActionDetail, AgendaItem } from '../queries.ts';
import classes from './composer.module.css';
import { DateForm } from './date-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { focusItem } from './focus-item.ts';
import { ItemMenu } from './item-menu.tsx';
import { KeyHint } from './key-hint.tsx';
import { useMeeting } from './meeting-context.ts';

type Desk = 'date' | 'decision' | 'status' | 'action' | 'comment';
type DeedsProps = {
  item: AgendaItem;
  /** The item as it stands on this screen. */
  shown: AgendaItem;
  action: ActionDetail | undefined;
  onPark: () => void;
  onState: (state: AgendaItem['state']) => void;
};

/** What can be done about the open item besides its colour and its note: each a button with its key. */
export function Deeds({ item, shown, action, onPark, onState }: DeedsProps) {
  const { review, pull } = useMeeting();
  const [desk, setDesk] = useState<Desk | null>(null);
  const { roles } = useUser();
  const may = useMayOn(action);
  const close = () => {
    // At once: the very next key may be meant for the item.
    flushSync(() => setDesk(null));
    focusItem();
    // A dialog gives the focus back to its button a moment later; words that are typed by then keep it.
    setTimeout(() => {
      if (!document.activeElement?.matches('textarea, input, select')) focusItem();
    });
    pull();
  };
  const isOpen = shown.status !== 'CLOSED' && shown.status !== 'CANCELLED';
  const canDate = isOpen && (may('action.setDueDate') || may('action.requestDueDate'));
  const mayClose = may('action.close') && shown.status === 'AWAITING_EVIDENCE_CHECK';
  const canStatus = may('action.changeStatus') || mayClose;
  const mayAdd = holds(roles, 'action.create');
  const offers: readonly { desk: Desk; keys: string; label: string; says: string; isOffered: boolean }[] = [
    { desk: 'status', keys: 's', label: 'Status', says: 'Change the status', isOffered: canStatus },
    { desk: 'date', keys: 'd', label: 'New date', says: 'New date, with its reason', isOffered: canDate },
    { desk: 'decision', keys: 'c', label: 'Decision', says: 'Note a decision', isOffered: true },
    {
      desk: 'action',
      keys: 'a',
      label: 'Action',
      says: 'New action under the recommendation',
      isOffered: mayAdd,
    },
    { desk: 'comment', keys: 'm', label: 'Comment', says: 'Comment on it', isOffered: may('action.comment') },
  ];
  // Until the action is there nobody knows, and a row that grows under the hand is worse than one that waits.
  const isLoading = action === undefined;
  const offered = offers.filter(({ isOffered }) => isLoading || isOffered);
  useCommands(
    offered.map(
      ({ desk: name, keys, says }): Command => ({
        keys,
        says,
        group: 'The open item',
        run: () => setDesk(name),
        onlyKeys: true,
      }),
    ),
  );
  return (
    <>
      <div className={classes.deeds}>
        {offered.map(({ desk: name, keys, label }) => (
          <DeedButton
            key={name}
            keys={keys}
            disabled={isLoading && name !== 'decision'}
            onClick={() => setDesk(name)}
          >
            {label}
          </DeedButton>
        ))}
        <DeedButton keys="p" onClick={onPark}>
          Park
        </DeedButton>
        <ItemMenu item={item} state={shown.state} onState={onState} />
      </div>
      {desk === 'decision' ? <DecisionForm item={item} onClose={close} /> : null}
      {desk === 'date' && action ? <DateForm action={action} onClose={close} /> : null}
      {desk === 'status' && action ? (
        <StatusDialog
          action={action}
          mayClose={mayClose}
          mayChange={may('action.changeStatus')}
          onClose={close}
        />
      ) : null}
      {desk === 'action' ? (
        <CreateActionDialog
          planId={review.planId}
          recommendationId={action?.recommendationId}
          reviewId={review.id}
          onClose={close}
        />
      ) : null}
      {desk === 'comment' && action ? (
        <Dialog title={`Comment on ${action.reference}`} onClose={close}>
          <CommentComposer actionId={action.id} reference={action.reference} onPosted={close} />
        </Dialog>
      ) : null}
    </>
  );
}

const NOT_LOADED = { team: null, partnerTeam: null, ownerPost: null, ownerUser: null };

/** What may be done to the action; nothing until it is there. */
function useMayOn(action: ActionDetail | undefined) {
  const may = useMay(action ?? NOT_LOADED);
  return (permission: Parameters<typeof may>[0]) => action !== undefined && may(permission).ok;
}

type DeedButtonProps = { keys: string; disabled?: boolean; onClick: () => void; children: ReactNode };

function DeedButton({ keys, disabled, onClick, children }: DeedButtonProps) {
  return (
    <Button
      variant="default"
      size="compact-md"
      disabled={disabled}
      onClick={onClick}
      className={classes.deed}
    >
      <KeyHint keys={keys} /> {children}
    </Button>
  );
}
