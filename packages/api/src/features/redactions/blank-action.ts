import type { Tx } from '@gt/db';
import { DESTROYED } from './destroyed.ts';

/** Blanks every text of an action: its own, its milestones', and what was said of its dates. */
export async function blankAction(tx: Tx, id: string, redactedAt: Date): Promise<void> {
  await tx.action.update({
    where: { id },
    data: {
      title: DESTROYED,
      detail: '',
      successMeasure: '',
      ragReason: '',
      statusReason: null,
      deletedReason: null,
      acceptanceNote: '',
      mismatchReason: '',
      mismatchDeclared: null,
      mismatchCalculated: null,
      redactedAt,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await tx.dateRevision.updateMany({
    where: { actionId: id },
    data: { reason: DESTROYED, agreedNote: '', redactedAt },
  });
  await tx.milestone.updateMany({
    where: { actionId: id },
    data: { title: DESTROYED, redactedAt, version: { increment: 1 } },
  });
  await tx.dueDateRequest.updateMany({
    where: { actionId: id },
    data: { reason: DESTROYED, decisionNote: '', redactedAt, version: { increment: 1 } },
  });
}

/**
 * Words that were given as the reason for a colour stand on the action as well, perhaps also as why it differs from the
 * rule: there they go with the update or the review they came from.
 */
export async function forgetReasons(
  tx: Tx,
  of: { id: string } | { planId: string },
  texts: readonly string[],
): Promise<void> {
  const next = { version: { increment: 1 } };
  const given = { in: [...texts] };
  await tx.action.updateMany({ where: { ...of, ragReason: given }, data: { ragReason: '', ...next } });
  await tx.action.updateMany({
    where: { ...of, mismatchReason: given },
    data: { mismatchReason: '', mismatchDeclared: null, mismatchCalculated: null, ...next },
  });
}

/** The texts that `blankAction` takes away; blanks and what was destroyed before are left out by the caller. */
export const ACTION_TEXTS_SELECT = {
  title: true,
  detail: true,
  successMeasure: true,
  ragReason: true,
  statusReason: true,
  deletedReason: true,
  acceptanceNote: true,
  mismatchReason: true,
  dateRevisions: { select: { reason: true, agreedNote: true } },
  milestones: { select: { title: true } },
  dueDateRequests: { select: { reason: true, decisionNote: true } },
} as const;

type ActionTexts = {
  title: string;
  detail: string;
  successMeasure: string;
  ragReason: string;
  statusReason: string | null;
  deletedReason: string | null;
  acceptanceNote: string;
  mismatchReason: string;
  dateRevisions: { reason: string; agreedNote: string }[];
  milestones: { title: string }[];
  dueDateRequests: { reason: string; decisionNote: string }[];
};

export function actionTexts(row: ActionTexts): (string | null)[] {
  return [
    row.title,
    row.detail,
    row.successMeasure,
    row.ragReason,
    row.statusReason,
    row.deletedReason,
    row.acceptanceNote,
    row.mismatchReason,
    ...row.dateRevisions.flatMap((revision) => [revision.reason, revision.agreedNote]),
    ...row.milestones.map((milestone) => milestone.title),
    ...row.dueDateRequests.flatMap((request) => [request.reason, request.decisionNote]),
  ];
}
