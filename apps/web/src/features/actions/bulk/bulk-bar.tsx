import { holds, type Permission } from '@gt/domain/authz';
import { countOf, grouped } from '@gt/domain/wording';
import { ProgressLine } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { toast } from '../../../components/toast.tsx';
import { useUser } from '../../../lib/session.ts';
import { useCommands } from '../../../lib/shortcuts.ts';
import { trpc } from '../../../lib/trpc.ts';
import {
  assigneesQuery,
  BulkAssignDialog,
  type BulkChange,
  type BulkResult,
} from '../../assignments/public.tsx';
import type { Selection } from '../grid/use-selection.ts';
import type { ActionRow } from '../queries.ts';
import type { ActionRows } from '../use-action-rows.ts';
import classes from './bulk-bar.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import { copyLinks } from './copy-links.ts';

type BulkBarProps = {
  planId: string;
  actions: ActionRows;
  selection: Selection;
  selected: readonly ActionRow[];
  /** Called when the bar goes while it had the focus. */
  giveFocusBack: () => void;
};

type Kind = BulkChange['kind'];

const KINDS: { kind: Kind; label: string; needs: Permission; key?: string }[] = [
  { kind: 'ASSIGN', label: 'Assign', needs: 'action.assign', key: 'a' },
  { kind: 'DUE_DATE', label: 'Move date', needs: 'action.setDueDate', key: 'd' },
  { kind: 'STATUS', label: 'Status', needs: 'action.changeStatus', key: 's' },
  { kind: 'PRIORITY', label: 'Priority', needs: 'action.edit' },
  { kind: 'REVIEW_MARK', label: 'Add to review', needs: 'action.markForReview' },
];

/** What can be done with the rows that are selected, at the foot of the screen. */
export function BulkBar({ planId, actions, selection, selected, giveFocusBack }: BulkBarProps) {
  const { roles } = useUser();
  const client = useQueryClient();
  // Asked for while the person chooses, so that a name typed into the dialog finds somebody at once.
  useQuery({ ...assigneesQuery(planId), enabled: holds(roles, 'action.assign') });
  const [kind, setKind] = useState<Kind | null>(null);
  // As they were when the dialog opened: what happens behind it must not change what is sent.
  const [items, setItems] = useState<readonly ActionRow[]>([]);
  const [fetched, setFetched] = useState<number | null>(null);
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const total = actions.first?.total ?? 0;

  const selectAll = async () => {
    stopped.current = false;
    setFetched(actions.rows.length);
    const rows = await actions.loadAll((loaded) => {
      setFetched(loaded);
      return !stopped.current;
    });
    setFetched(null);
    if (!stopped.current) selection.replace(rows.map((row) => row.id));
  };
  const refresh = () => {
    for (const part of [trpc.actions, trpc.dashboard, trpc.recommendations, trpc.assignments]) {
      void client.invalidateQueries({ queryKey: part.pathKey() });
    }
  };
  /** What was refused stays selected, to be looked at or tried otherwise. */
  const onDone = (results: readonly BulkResult[]) => {
    refresh();
    selection.replace(results.flatMap(({ ok, actionId }) => (ok ? [] : [actionId])));
  };
  const close = () => {
    setKind(null);
    // After the dialog has tried to give it to a button that may be gone.
    setTimeout(() => {
      if (document.activeElement === document.body) giveFocusBack();
    }, 50);
  };
  const clear = () => {
    selection.clear();
    giveFocusBack();
  };
  const offered = KINDS.filter(({ needs }) => holds(roles, needs));
  const begin = (next: Kind) => {
    setItems(selected);
    setKind(next);
  };
  useCommands(
    offered
      .filter(() => selected.length > 0)
      .map((offer) => ({
        keys: offer.key,
        says: `${offer.label}: ${countOf(selected.length, 'selected action')}`,
        group: 'The selected actions',
        run: () => begin(offer.kind),
      })),
  );
  if (selected.length === 0 && kind === null) return null;
  const atVersion = items.map(({ id, version, reference, title, ...row }) => ({
    actionId: id,
    version,
    reference,
    title,
    assigned: {
      teamId: row.team?.id ?? null,
      ownerPostId: row.ownerPost?.id ?? null,
      ownerUserId: row.ownerUser?.id ?? null,
    },
  }));
  return (
    <section className={`${classes.bar} gt-screen-only`} aria-label="Selected actions">
      <p className={classes.count} role="status">
        {grouped(selected.length)} selected
      </p>
      {offered.map((offer) => (
        <Button key={offer.kind} size="xs" variant="default" onClick={() => begin(offer.kind)}>
          {offer.label}
        </Button>
      ))}
      <Button
        size="xs"
        variant="default"
        onClick={() =>
          void copyLinks(planId, selected).then(() =>
            toast(`${countOf(selected.length, 'link')} copied, with reference and title.`),
          )
        }
      >
        Copy links
      </Button>
      <p className={classes.note}>A rating is declared action by action, with its reason.</p>
      <div className={classes.end}>
        {fetched !== null ? (
          <>
            <ProgressLine label={`${grouped(fetched)} of ${grouped(total)}`} share={fetched / total} />
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                stopped.current = true;
              }}
            >
              Stop
            </Button>
          </>
        ) : selected.length < total ? (
          <Button size="xs" variant="subtle" onClick={() => void selectAll()}>
            Select all {grouped(total)}
          </Button>
        ) : null}
        <Button size="xs" variant="subtle" onClick={clear}>
          Clear
        </Button>
      </div>
      {kind === 'ASSIGN' ? (
        <BulkAssignDialog planId={planId} items={atVersion} onClose={close} onDone={onDone} />
      ) : null}
      {kind && kind !== 'ASSIGN' ? (
        <BulkDialog kind={kind} items={atVersion} onClose={close} onDone={onDone} onUndone={refresh} />
      ) : null}
    </section>
  );
}
