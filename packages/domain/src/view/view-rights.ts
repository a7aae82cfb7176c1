import { type Actor, type Decision, holds, seesWholePlan } from '../authz/index.ts';

/** What the rules need to know of a saved view. */
export type ViewRecord = { ownerId: string; isShared: boolean; ownerHasLeft: boolean };

const YES: Decision = { ok: true };
const no = (reason: string): Decision => ({ ok: false, reason });

/** One's own, and shared ones for whoever sees the whole plan: a name may speak of what a partner does not see. */
export function canSeeView(actor: Actor, view: ViewRecord): boolean {
  return view.ownerId === actor.userId || (view.isShared && seesWholePlan(actor.roles));
}

/** A view is its owner's. */
export function canEditView(actor: Actor, view: ViewRecord): Decision {
  if (view.ownerId === actor.userId) return YES;
  return no(
    view.ownerHasLeft && actor.roles.includes('PROGRAMME_LEAD')
      ? 'Its owner has left. Take the view over first, or remove it.'
      : 'Only whoever saved this view can change it. Save your own instead.',
  );
}

/** Its owner; of somebody who has left, the programme lead clears up. */
export function canRemoveView(actor: Actor, view: ViewRecord): Decision {
  if (view.ownerId === actor.userId || canTakeOverView(actor, view).ok) return YES;
  return no('Only whoever saved this view can remove it.');
}

/** A shared view outlives the account of whoever shared it; the programme lead may make it their own. */
export function canTakeOverView(actor: Actor, view: ViewRecord): Decision {
  if (!actor.roles.includes('PROGRAMME_LEAD')) return no('Only the programme lead can take over a view.');
  if (!view.isShared) return no('Only a shared view can be taken over.');
  return view.ownerHasLeft ? YES : no('Whoever shared this view is still here. Ask them.');
}

export function canShareView(actor: Actor): Decision {
  return holds(actor.roles, 'view.share') ? YES : no('Your role keeps views for itself and shares none.');
}
