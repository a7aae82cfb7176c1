import { holds } from './permissions.ts';
import { type ActionRecord, type Actor, canOnAction, type Decision, seesWholePlan } from './record-rules.ts';

/** What the record rules need to know of an item of evidence. */
export type EvidenceRecord = {
  uploadedById: string;
  /** The live actions it is linked to. A link to a recommendation itself has none. */
  actions: readonly LinkedAction[];
};

/**
 * `isHome`: the link was made by somebody with rights over the evidence. Anybody who sees an item may link it to an
 * action of their own; such a link lets their readers see it, and gives no right over it.
 */
export type LinkedAction = ActionRecord & { isHome: boolean };

const YES: Decision = { ok: true };
const no = (reason: string): Decision => ({ ok: false, reason });
const PARTNERS = 'Partners see only the evidence of their own actions.';

/** Whoever sees the whole plan sees all of its evidence; a partner only that of their own actions. */
export function canReadEvidence(actor: Actor, record: EvidenceRecord): Decision {
  if (!holds(actor.roles, 'evidence.list')) return no('Your role does not include this.');
  if (seesWholePlan(actor.roles)) return YES;
  return record.actions.some((action) => canOnAction(actor, 'evidence.list', action).ok) ? YES : no(PARTNERS);
}

/** Opening the file itself; a viewer reads about evidence and opens none of it. */
export function canDownloadEvidence(actor: Actor, record: EvidenceRecord): Decision {
  if (!holds(actor.roles, 'evidence.download')) {
    return no('Your role shows what the evidence is, not the file. Ask the programme lead if you need it.');
  }
  if (seesWholePlan(actor.roles)) return YES;
  return record.actions.some((action) => canOnAction(actor, 'evidence.download', action).ok)
    ? YES
    : no(PARTNERS);
}

/** Linking straight to a recommendation speaks for the whole of it, so it is the programme lead's. */
export function canLinkToRecommendation(actor: Actor): Decision {
  return holds(actor.roles, 'evidence.upload') && holds(actor.roles, 'recommendation.edit')
    ? YES
    : no(
        'Only the programme lead links evidence straight to a recommendation. Link it to one of your actions.',
      );
}

/** A better version of the file: whoever may add evidence to an action that it was uploaded for, or uploaded it. */
export function canAddEvidenceVersion(actor: Actor, record: EvidenceRecord): Decision {
  if (!holds(actor.roles, 'evidence.upload')) return no('Your role does not include adding evidence.');
  const readable = canReadEvidence(actor, record);
  if (!readable.ok || actor.roles.includes('PROGRAMME_LEAD') || record.uploadedById === actor.userId) {
    return readable;
  }
  return record.actions.some((action) => action.isHome && canOnAction(actor, 'evidence.upload', action).ok)
    ? YES
    : no('You can add a version only to evidence that you uploaded, or of actions that you own or support.');
}

/**
 * Changing what is said about it, and withdrawing it: whoever uploaded it, a manager of the team whose action it
 * was uploaded for, the programme lead. Example: a colleague in the same team, who is no manager, may add a version but not withdraw.
 */
export function canEditEvidence(actor: Actor, record: EvidenceRecord): Decision {
  if (!holds(actor.roles, 'evidence.upload')) return no('Your role does not include changing evidence.');
  const readable = canReadEvidence(actor, record);
  if (!readable.ok || actor.roles.includes('PROGRAMME_LEAD') || record.uploadedById === actor.userId) {
    return readable;
  }
  return record.actions.some((action) => action.isHome && canOnAction(actor, 'action.edit', action).ok)
    ? YES
    : no('Only the person who uploaded this, a manager of the team, or the programme lead can change it.');
}
