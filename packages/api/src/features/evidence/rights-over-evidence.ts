import type { EvidenceDetail } from '@gt/contracts/schemas';
import type { EvidenceState } from '@gt/contracts/words';
import {
  canAddEvidenceVersion,
  canDownloadEvidence,
  canEditEvidence,
  type Decision,
  holds,
} from '@gt/domain/authz';
import { canCheckEvidence, canCheckSample, stateAfterNewVersion } from '@gt/domain/evidence';
import type { Scope } from '../../core/scope.ts';
import type { EvidenceFacts } from './evidence-facts.ts';

type Item = {
  state: EvidenceState;
  /** Its newest file was destroyed. */
  isGone: boolean;
  redactedAt: string | null;
  acceptedById: string | null;
};
type May = EvidenceDetail['may'][keyof EvidenceDetail['may']];

const YES: May = { ok: true };
const no = (sentence: string): May => ({ ok: false, sentence });
const asked = (decision: Decision): May => (decision.ok ? YES : no(decision.reason));

/** What this person may do with an item, each no with its sentence. The writes decide again by the same functions. */
export function rightsOf(
  scope: Scope,
  { record, independence }: EvidenceFacts,
  item: Item,
): EvidenceDetail['may'] {
  const gone =
    item.redactedAt === null ? null : no('This evidence was destroyed, so nothing can be changed.');
  const closed = gone ?? (item.state === 'WITHDRAWN' ? no('This evidence was withdrawn.') : null);
  const again = stateAfterNewVersion(item.state);
  const edit = closed ?? asked(canEditEvidence(scope, record));
  const addVersion = asked(canAddEvidenceVersion(scope, record));
  return {
    check: closed ?? asVerifier(scope, item, canCheckEvidence(independence)),
    sample: closed ?? mayDipCheck(scope, item, independence),
    ask: closed ?? asVerifier(scope, item, canCheckEvidence(independence)),
    answer: gone ?? addVersion,
    edit,
    supersede: edit,
    withdraw: edit,
    addVersion: gone ?? (again.ok ? addVersion : no(again.sentence)),
    link: closed ?? asked(canLink(scope)),
    download: gone ?? asked(canDownloadEvidence(scope, record)),
  };
}

function asVerifier(scope: Scope, item: Item, may: May): May {
  if (!holds(scope.roles, 'evidence.check'))
    return no('Only a verifier or the programme lead checks evidence.');
  if (item.isGone) return no('The file was destroyed, so there is nothing to check.');
  return may.ok ? YES : no(may.sentence);
}

function mayDipCheck(scope: Scope, item: Item, independence: EvidenceFacts['independence']): May {
  if (item.state !== 'ACCEPTED') return no('Only accepted evidence is dip-checked.');
  return asVerifier(scope, item, canCheckSample(independence, item.acceptedById));
}

/** Which actions a link may go to is decided for each of them. */
function canLink(scope: Scope): Decision {
  return holds(scope.roles, 'evidence.upload')
    ? { ok: true }
    : { ok: false, reason: 'Your role does not include linking evidence.' };
}
