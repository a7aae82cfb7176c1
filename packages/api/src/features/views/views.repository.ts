import type { ViewListOut, ViewOut } from '@gt/contracts/schemas';
import type { Db, Tx } from '@gt/db';
import { seesWholePlan } from '@gt/domain/authz';
import {
  canEditView,
  canRemoveView,
  canSeeView,
  canShareView,
  canTakeOverView,
  type ViewRecord,
} from '@gt/domain/view';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { READY_VIEWS } from './ready-views.ts';

const VIEW_SELECT = {
  id: true,
  planId: true,
  ownerId: true,
  name: true,
  isShared: true,
  search: true,
  deletedAt: true,
  version: true,
} as const;

export type StoredView = ViewRecord & {
  id: string;
  planId: string;
  name: string;
  search: Record<string, string>;
  ownerName: string;
  deletedAt: Date | null;
  version: number;
};

/** Ready-made ones, one's own, and those that colleagues share. Three statements. Throws NOT_FOUND for the plan. */
export async function listViews(db: Db, scope: Scope, planId: string): Promise<ViewListOut> {
  const [plan, stored] = await Promise.all([
    db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { silentDays: true } }),
    findViews(db, scope, {
      planId,
      deletedAt: null,
      OR: [{ ownerId: scope.userId }, ...(seesWholePlan(scope.roles) ? [{ isShared: true }] : [])],
    }),
  ]);
  if (!plan) throw notFound('plan');
  const views = stored.map((view) => toView(scope, view));
  const byName = (a: ViewOut, b: ViewOut) => a.name.localeCompare(b.name, 'en-GB');
  const of = (kind: ViewOut['kind']) => views.filter((view) => view.kind === kind).sort(byName);
  return {
    views: [...readyViews(plan.silentDays), ...of('OWN'), ...of('SHARED')],
    mayShare: canShareView(scope).ok,
  };
}

/** A view that the person may see, in the bin or not. Throws NOT_FOUND. */
export async function getView(db: Db | Tx, scope: Scope, viewId: string): Promise<StoredView> {
  const [view] = await findViews(db, scope, { id: viewId });
  if (!view || !canSeeView(scope, view)) throw notFound('view');
  return view;
}

async function findViews(
  db: Db | Tx,
  _scope: Scope,
  where: NonNullable<Parameters<Db['savedView']['findMany']>[0]>['where'],
): Promise<StoredView[]> {
  const rows = await db.savedView.findMany({ where: where ?? {}, select: VIEW_SELECT });
  const owners = await db.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ ownerId }) => ownerId))] } },
    select: { id: true, name: true, deactivatedAt: true },
  });
  const ownerOf = new Map(owners.map((owner) => [owner.id, owner]));
  return rows.map((row) => {
    const owner = ownerOf.get(row.ownerId);
    return {
      ...row,
      search: row.search as Record<string, string>,
      ownerName: owner?.name ?? '',
      ownerHasLeft: !owner || owner.deactivatedAt !== null,
    };
  });
}

function toView(scope: Scope, view: StoredView): ViewOut {
  const isOwn = view.ownerId === scope.userId;
  return {
    id: view.id,
    kind: isOwn ? 'OWN' : 'SHARED',
    name: view.name,
    search: view.search,
    isShared: view.isShared,
    ownerName: view.ownerName,
    ownerHasLeft: view.ownerHasLeft,
    words: sharedWords(view, isOwn),
    mayEdit: canEditView(scope, view).ok,
    mayRemove: canRemoveView(scope, view).ok,
    mayTakeOver: canTakeOverView(scope, view).ok,
    version: view.version,
  };
}

function sharedWords(view: StoredView, isOwn: boolean): string {
  if (isOwn) return view.isShared ? 'Shared by you' : '';
  const who = view.ownerName === '' ? 'somebody' : view.ownerName;
  return `Shared by ${who}${view.ownerHasLeft ? ', who has left' : ''}`;
}

function readyViews(silentDays: number): ViewOut[] {
  return READY_VIEWS.map(({ id, name, search }) => ({
    id,
    kind: 'READY',
    // The plan says after how many days somebody is silent.
    name: id === 'silent' ? `Silent for ${silentDays} days` : name,
    search,
    isShared: true,
    ownerName: '',
    ownerHasLeft: false,
    words: '',
    mayEdit: false,
    mayRemove: false,
    mayTakeOver: false,
    version: 1,
  }));
}
