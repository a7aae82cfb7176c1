import {
  isoDate,
  type PackAction,
  type PackContent,
  type PackEvidence,
  type PackRecommendation,
} from '@gt/contracts/words';
import type { MadeUpFile } from './made-up-files.ts';

const TODAY = isoDate('2026-03-12');

/** A pack of one recommendation with so many actions, and a piece of evidence for each file. */
export function madeUpPack(actions: number, files: readonly MadeUpFile[]): PackContent {
  return {
    packId: 'bench',
    planTitle: 'Northmoor ILACS plan',
    council: 'Northmoor Council',
    trust: null,
    marking: 'OFFICIAL-SENSITIVE',
    scope: 'Whole plan, 1 recommendation',
    audience: 'INSPECTOR',
    coverNote: '',
    asAt: 'As the plan stood on 12 March 2026.',
    generatedAt: '2026-03-12T10:00:00.000Z',
    generatedBy: 'Programme Lead, holder 1',
    inspection: {
      kind: 'ILACS standard inspection',
      startedOn: isoDate('2025-12-01'),
      endedOn: isoDate('2025-12-12'),
      publishedOn: null,
      receivedOn: isoDate('2026-01-20'),
      leadInspector: null,
      judgements: [],
    },
    clocks: [],
    recommendations: [recommendation(actions)],
    evidence: files.map(evidence),
    omissions: [],
    audit: { sequence: 1, hash: '0'.repeat(64), at: '2026-03-12T10:00:00.000Z' },
  };
}

function recommendation(actions: number): PackRecommendation {
  const knot = { state: 'PARTIAL', words: 'In progress' } as const;
  return {
    ref: 'R1',
    title: 'Effectiveness of the fostering service',
    quote: 'The effectiveness of the fostering service.',
    pages: [3],
    paragraphs: ['12'],
    areas: ['Children in care'],
    lineage: '',
    lead: 'Head of Fostering',
    goodLooksLike: 'Every child who needs a foster home near school has one.',
    closureTest: 'Two quarters with no child placed further than 20 miles.',
    missing: [],
    status: 'In progress',
    rag: rag(),
    thread: { said: knot, done: knot, proved: knot, changed: knot },
    actions: Array.from({ length: actions }, (_, index) => action(index + 1)),
    measures: [],
    signOff: null,
  };
}

const rag = () =>
  ({
    declared: 'GREEN',
    declaredReason: 'Seven carers approved',
    calculated: 'AMBER',
    calculatedReason: 'Past its original due date',
  }) as const;

function action(number: number): PackAction {
  return {
    ref: `R1.A${number}`,
    title: `Recruit and approve mainstream foster carers, part ${number}`,
    detail: '',
    team: 'Fostering',
    owner: 'Head of Fostering, holder 1',
    ownerPost: 'Head of Fostering',
    partner: '',
    priority: 'HIGH',
    status: 'IN_PROGRESS',
    statusReason: '',
    successMeasure: '12 carers approved by panel',
    percent: 40,
    startOn: TODAY,
    originalDueOn: TODAY,
    dueOn: TODAY,
    closedOn: null,
    revisions: [],
    rag: rag(),
    updates: [],
  };
}

function evidence(file: MadeUpFile, index: number): PackEvidence {
  return {
    ref: `E${index + 1}`,
    title: `Supervision audit ${index + 1}`,
    kind: 'AUDIT',
    shows: 'Supervision recorded monthly in 27 of 30 files.',
    source: 'Quality Assurance',
    periodFrom: null,
    periodTo: null,
    state: 'ACCEPTED',
    verification: '',
    sensitivity: 'OFFICIAL',
    showsImpact: false,
    uploadedOn: TODAY,
    uploaderPost: 'Fostering Officer',
    verifierPost: 'Quality Assurance Lead',
    screening: 'NOTHING_FOUND',
    warning: '',
    place: 'MAIN',
    sha256: file.sha256,
    fileName: `audit ${index + 1}.pdf`,
    size: file.size,
    recommendationRefs: ['R1'],
    actionRefs: ['R1.A1'],
  };
}
