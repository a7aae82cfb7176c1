import type { ActionByLinkOut } from '@gt/contracts/schemas';
import type { Db, Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { linkReaches } from '@gt/domain/authz';
import { shownRag } from '@gt/domain/rag';
import { correctedBySecond } from '@gt/domain/update';
import { ACTION_ACCESS_SELECT, actionRecord } from '../../core/action-access.ts';
import { toInstant, toIsoDateOrNull } from '../../core/dates.ts';
import { BY_REFERENCE, openActionsOf } from './agency-actions.ts';
import type { WorkingLink } from './find-link.ts';

const UPDATE_SELECT = {
  id: true,
  linkId: true,
  createdAt: true,
  writtenBy: true,
  nothingChanged: true,
  whatHappened: true,
  difference: true,
  inTheWay: true,
  next: true,
  rag: true,
  ragReason: true,
  percentComplete: true,
} as const;

/** What leaves by a link of an action: no people, no evidence, no comment, and of updates only the agency's own by a link. */
const selectByLink = ({ planId, teamId }: Pick<WorkingLink, 'planId' | 'teamId'>) =>
  ({
    ...ACTION_ACCESS_SELECT,
    title: true,
    detail: true,
    successMeasure: true,
    dueDate: true,
    status: true,
    declaredRag: true,
    percentComplete: true,
    recommendation: { select: { number: true } },
    updates: {
      where: { link: { planId, teamId }, redactedAt: null },
      orderBy: { createdAt: 'desc' },
      take: 1,
      select: UPDATE_SELECT,
    },
  }) as const;

/** The actions that a link shows, in the order of their references; only one of them when it is named. */
export async function actionsByLink(
  db: Db | Tx,
  link: WorkingLink,
  actionId?: string,
): Promise<ActionByLinkOut[]> {
  const rows = await db.action.findMany({
    where: { ...openActionsOf(link.planId, [link.teamId]), ...(actionId ? { id: actionId } : {}) },
    orderBy: [...BY_REFERENCE],
    select: selectByLink(link),
  });
  return rows
    .filter((row) => linkReaches(link, actionRecord(row)))
    .map(({ id, version, title, detail, successMeasure, dueDate, percentComplete, ...row }) => ({
      id,
      version,
      reference: actionReference(row.recommendation.number, row.number),
      title,
      detail,
      successMeasure,
      dueDate: toIsoDateOrNull(dueDate),
      rag: shownRag(row),
      percentComplete,
      last: lastOf(row.updates[0], link),
    }));
}

type LastUpdate = Omit<NonNullable<ActionByLinkOut['last']>, 'at' | 'isCorrectable'> & {
  id: string;
  linkId: string | null;
  createdAt: Date;
};

function lastOf(update: LastUpdate | undefined, link: WorkingLink): ActionByLinkOut['last'] {
  if (!update) return null;
  const { id, linkId, createdAt, ...words } = update;
  const own = linkId === link.id ? { id, createdAt } : null;
  const isCorrectable = correctedBySecond(own, link.lastReviewAt) !== null;
  return { ...words, at: toInstant(createdAt), isCorrectable };
}
