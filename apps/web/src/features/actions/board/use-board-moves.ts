import { canAssignTo, canOnAction } from '@gt/domain/authz';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useUser } from '../../../lib/session.ts';
import { trpc } from '../../../lib/trpc.ts';
import { shownAfter } from '../grid/inline-change.ts';
import { useInlineEdit } from '../grid/use-inline-edit.ts';
import type { ActionFilters, ActionRow } from '../queries.ts';
import { actionRecordOf } from '../use-may.ts';
import type { BoardGroup } from './board-groups.ts';
import { type CardMove, cardMove } from './card-move.ts';
import type { MovingCard } from './with-moves.ts';

/** Where a card is to go. */
export type Target = { key: string; name: string };
/** A move that waits for its reason. */
export type AskedMove = { row: ActionRow; to: Target; move: Extract<CardMove, { ok: true }> };

/** Moves of cards: shown at once, taken back when the server refuses, with a sentence for what cannot be. */
export function useBoardMoves(by: BoardGroup, names: ActionFilters | undefined) {
  const user = useUser();
  const client = useQueryClient();
  const edit = useInlineEdit(names);
  const [moving, setMoving] = useState<readonly MovingCard[]>([]);
  const [asked, setAsked] = useState<AskedMove | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [moved, setMoved] = useState<{ id: string; key: string } | null>(null);

  const moveOf = useCallback(
    (row: ActionRow, key: string): CardMove => {
      const actor = { userId: user.id, roles: user.roles, teamIds: user.teamIds, postIds: user.postIds };
      return cardMove(by, row, key, {
        may: (permission) => canOnAction(actor, permission, actionRecordOf(row)),
        mayAssignTo: (teamId) => canAssignTo(actor, { teamId }),
        teamOfPost: (postId) => names?.posts.find(({ id }) => id === postId)?.teamId ?? null,
      });
    },
    [by, names, user],
  );

  const { save } = edit;
  const perform = useCallback(
    async ({ row, to, move }: AskedMove, reason: string) => {
      const change = move.change(reason);
      setAsked(null);
      setMoving((before) => [
        ...before,
        { row, to: to.key, name: to.name, patch: shownAfter(change, names) },
      ]);
      setMoved({ id: row.id, key: to.key });
      await save(row, change);
      await client.invalidateQueries({ queryKey: trpc.actions.board.pathKey() });
      const hadFocus = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card === row.id;
      setMoving((before) => before.filter((card) => card.row.id !== row.id));
      // Where it now stands may be further down: the focus goes with it.
      if (hadFocus) setMoved({ id: row.id, key: to.key });
    },
    [client, names, save],
  );

  const start = useCallback(
    (row: ActionRow, to: Target) => {
      const move = moveOf(row, to.key);
      setRefusal(move.ok ? null : `${row.reference} stays where it is. ${move.sentence}`);
      if (!move.ok) return;
      if (move.needsReason) setAsked({ row, to, move });
      else void perform({ row, to, move }, '');
    },
    [moveOf, perform],
  );

  return useMemo(
    () => ({
      moving,
      asked,
      refusal,
      moved,
      edit,
      start,
      moveOf,
      answer: (reason: string) => {
        if (asked) void perform(asked, reason);
      },
      leave: () => setAsked(null),
      dismissRefusal: () => setRefusal(null),
      onFocused: () => setMoved(null),
    }),
    [moving, asked, refusal, moved, edit, start, moveOf, perform],
  );
}

export type BoardMoves = ReturnType<typeof useBoardMoves>;
