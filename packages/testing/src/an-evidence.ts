import type { EvidenceKind, EvidenceState, IsoDate, Sensitivity } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import { evidenceReference } from '@gt/domain/evidence';
import { TODAY } from './clock.ts';

/** An item of evidence as the rules see it. */
export type EvidenceFacts = {
  id: string;
  planId: string;
  number: number;
  reference: string;
  title: string;
  kind: EvidenceKind;
  shows: string;
  showsImpact: boolean;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  source: string;
  sensitivity: Sensitivity;
  state: EvidenceState;
  uploadedById: string;
  uploadedOn: IsoDate;
  isGone: boolean;
  version: number;
};

export type EvidenceBuilder = {
  numbered(number: number): EvidenceBuilder;
  ofKind(kind: EvidenceKind): EvidenceBuilder;
  waiting(): EvidenceBuilder;
  returned(): EvidenceBuilder;
  withdrawn(): EvidenceBuilder;
  destroyed(): EvidenceBuilder;
  /** Speaks for a day so long ago. */
  daysOld(days: number): EvidenceBuilder;
  withoutImpact(): EvidenceBuilder;
  sensitive(): EvidenceBuilder;
  uploadedBy(uploadedById: string): EvidenceBuilder;
  with(facts: Partial<EvidenceFacts>): EvidenceBuilder;
  build(): EvidenceFacts;
};

/** An accepted audit of last month that shows a difference for children. */
export function anEvidence(today: IsoDate = TODAY): EvidenceBuilder {
  const facts: EvidenceFacts = {
    id: 'evidence-1',
    planId: 'plan-1',
    number: 1,
    reference: evidenceReference(1),
    title: 'Audit of 20 placement plans',
    kind: 'AUDIT',
    shows: 'Placement plans now say what the child wanted',
    showsImpact: true,
    periodFrom: addDays(today, -40),
    periodTo: addDays(today, -10),
    source: 'Quality assurance',
    sensitivity: 'OFFICIAL',
    state: 'ACCEPTED',
    uploadedById: 'user-head-of-fostering-holder-1',
    uploadedOn: addDays(today, -5),
    isGone: false,
    version: 1,
  };
  return builder(facts, today);
}

function builder(facts: EvidenceFacts, today: IsoDate): EvidenceBuilder {
  const next = (change: Partial<EvidenceFacts>) => builder({ ...facts, ...change }, today);
  return {
    numbered: (number) => next({ number, reference: evidenceReference(number), id: `evidence-${number}` }),
    ofKind: (kind) => next({ kind }),
    waiting: () => next({ state: 'SUBMITTED' }),
    returned: () => next({ state: 'RETURNED' }),
    withdrawn: () => next({ state: 'WITHDRAWN' }),
    destroyed: () => next({ isGone: true }),
    daysOld: (days) => next({ periodFrom: null, periodTo: addDays(today, -days) }),
    withoutImpact: () => next({ showsImpact: false }),
    sensitive: () => next({ sensitivity: 'OFFICIAL_SENSITIVE' }),
    uploadedBy: (uploadedById) => next({ uploadedById }),
    with: next,
    build: () => ({ ...facts }),
  };
}
