import {
  type IsoDate,
  isoDate,
  type SnapshotAction,
  type SnapshotContent,
  type SnapshotMeasure,
  type SnapshotRecommendation,
} from '@gt/contracts/words';

export const day = (text: string): IsoDate => isoDate(text);

/** An action under R1, on track and due on 30 April 2026, but for what is said. */
export function action(number: number, more: Partial<SnapshotAction> = {}): SnapshotAction {
  return {
    id: `a${number}`,
    reference: `R1.A${number}`,
    recommendationId: 'r1',
    title: `Action ${number}`,
    teamId: 't1',
    team: 'Fostering',
    ownerPost: 'Head of Fostering',
    owner: null,
    leadPost: null,
    partner: null,
    priority: 'MEDIUM',
    status: 'IN_PROGRESS',
    statusReason: null,
    rag: 'GREEN',
    declaredRag: 'GREEN',
    ragReason: '',
    ragSince: day('2026-03-01'),
    calculatedRag: 'GREEN',
    calculatedReasons: [],
    mismatchReason: '',
    startDate: null,
    originalDueDate: day('2026-04-30'),
    dueDate: day('2026-04-30'),
    timesMoved: 0,
    dateAgreedBy: '',
    percentComplete: 40,
    createdOn: day('2026-01-05'),
    closedOn: null,
    lastUpdate: null,
    milestones: { total: 0, done: 0, late: 0 },
    evidenceItems: 0,
    acceptedEvidence: 0,
    ...more,
  };
}

export function recommendation(
  number: number,
  more: Partial<SnapshotRecommendation> = {},
): SnapshotRecommendation {
  return {
    id: `r${number}`,
    reference: `R${number}`,
    quote: 'The effectiveness of the fostering service.',
    judgementAreas: [],
    leadPost: null,
    knots: [],
    evidence: 'No evidence yet',
    evidenceItems: 0,
    acceptedEvidence: 0,
    evidenceKinds: [],
    ...more,
  };
}

export function measure(more: Partial<SnapshotMeasure> = {}): SnapshotMeasure {
  return {
    id: 'm1',
    reference: 'M1',
    recommendationId: 'r1',
    name: 'Visits in time',
    unit: '%',
    direction: 'HIGHER_IS_BETTER',
    baseline: null,
    baselineDate: null,
    target: 90,
    targetDate: null,
    latest: { value: 70, date: day('2026-02-28') },
    movement: 'TOWARDS',
    distance: '20 percentage points short of the target of 90 %',
    isMet: false,
    isLate: false,
    ...more,
  };
}

export function snapshot(
  actions: SnapshotAction[],
  more: Partial<SnapshotContent> & { on?: string } = {},
): SnapshotContent {
  const { on = '2026-03-12', ...rest } = more;
  return {
    formatVersion: 1,
    plan: { id: 'p1', name: 'Plan', councilName: 'Council', trustName: 'Trust' },
    asAt: day(on),
    takenAt: `${on}T10:00:00.000Z`,
    cause: 'REVIEW',
    review: null,
    recommendations: [recommendation(1)],
    actions,
    measures: [],
    decisions: [],
    dateRequests: [],
    ...rest,
  };
}
