import { holds } from './permissions.ts';
import type { Actor, Decision } from './record-rules.ts';

/** What the record rules need to know of a measure. */
export type MeasureRecord = {
  ownerPostId: string | null;
  /** The team of the owner post. */
  ownerTeamId: string | null;
};

const YES: Decision = { ok: true };
const no = (reason: string): Decision => ({ ok: false, reason });

/** What a measure is, and what is in it: the programme lead any; a manager those whose owner post is in their teams. */
export function canEditMeasure(actor: Actor, measure: MeasureRecord): Decision {
  if (!holds(actor.roles, 'measure.edit')) return no('Your role does not include this.');
  if (actor.roles.includes('PROGRAMME_LEAD')) return YES;
  return isOfOwnTeam(actor, measure)
    ? YES
    : no('A manager can change only measures whose owner post is in one of their own teams.');
}

/** Figures: whoever may change the measure, and whoever holds its owner post today. */
export function canEnterFigures(actor: Actor, measure: MeasureRecord): Decision {
  if (!holds(actor.roles, 'measure.enter')) return no('Your role does not include this.');
  if (canEditMeasure(actor, measure).ok) return YES;
  return measure.ownerPostId !== null && actor.postIds.includes(measure.ownerPostId)
    ? YES
    : no('Figures are entered by whoever holds the owner post, its manager, or the programme lead.');
}

function isOfOwnTeam(actor: Actor, { ownerTeamId }: MeasureRecord): boolean {
  return ownerTeamId !== null && actor.teamIds.includes(ownerTeamId);
}
