import {
  EVIDENCE_KINDS,
  EVIDENCE_STANDINGS,
  EVIDENCE_STATES,
  type EvidenceKind,
  type EvidenceStandingFilter,
  type EvidenceState,
} from '@gt/contracts/words';
import { oneOf, text } from './search-params.ts';

/** The filters of a plan's evidence as they stand in the address; a value that is not understood is dropped. */
export type EvidenceSearch = {
  state?: EvidenceState;
  standing?: EvidenceStandingFilter;
  kind?: EvidenceKind;
  recommendation?: string;
  action?: string;
  q?: string;
  /** The item whose panel is open beside the list. */
  open?: string;
};

export function readEvidenceSearch(search: Record<string, unknown>): EvidenceSearch {
  return {
    state: oneOf(EVIDENCE_STATES, search.state),
    standing: oneOf(EVIDENCE_STANDINGS, search.standing),
    kind: oneOf(EVIDENCE_KINDS, search.kind),
    recommendation: text(search.recommendation),
    action: text(search.action),
    q: text(search.q),
    open: text(search.open),
  };
}
