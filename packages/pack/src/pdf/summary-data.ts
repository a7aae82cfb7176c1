import {
  DELIVERY_STATUS_LABELS,
  EVIDENCE_KIND_LABELS,
  EVIDENCE_STATE_LABELS,
  PACK_SCREENING_LABELS,
  type PackAction,
  type PackEvidence,
  type PackKnot,
  type PackMeasure,
  type PackRag,
  type PackRecommendation,
  type PackThread,
  PRIORITY_LABELS,
  RAG_LABELS,
  RAG_LETTERS,
  type Rag,
} from '@gt/contracts/words';
import { countWords, type PackOutcome, partialWords } from '../pack-outcome.ts';
import { appendixWords, isInAppendix, linkTo } from '../paper/evidence-paths.ts';
import { KNOT_STATE_WORDS } from '../paper/index-recommendation.ts';
import { measureSvg } from '../paper/measure-svg.ts';
import { type AreaSection, packOrder } from '../paper/pack-order.ts';
import { ragHistory } from '../paper/rag-history.ts';
import { clockRows, headline, inspectionFacts } from '../paper/standing.ts';
import { changesOf, evidenceOf, nextStepsOf } from '../paper/what-changed.ts';
import {
  dateWords,
  instantWords,
  periodWords,
  ragDiffers,
  revisionWords,
  sourceWords,
} from '../paper/words.ts';
import { threadSvg } from './thread-svg.ts';

/** Points; an A4 page within its margins is 482 wide, and the four labels under the thread are 122 apart. */
const FULL_THREAD = { radius: 5.5, step: 122, width: 482 };
const COVER_THREAD = { radius: 5.5, step: 156.3, width: 482 };
const MINI_THREAD = { radius: 3, step: 18, width: 62 };

/** What the summary's template prints, already in words: the template lays out and decides nothing. */
export function summaryData(outcome: PackOutcome) {
  const { content, included, omissions } = outcome;
  const { inspection } = content;
  const by = content.generatedBy === '' ? '' : ` by ${content.generatedBy}`;
  return {
    title: `Evidence pack: ${content.planTitle}`,
    planTitle: content.planTitle,
    council: content.council,
    trust: content.trust ?? '',
    marking: content.marking.toUpperCase(),
    scope: content.scope,
    generated: `${instantWords(content.generatedAt)}${by}`,
    asAt: content.asAt,
    coverNote: content.coverNote,
    partial: partialWords(omissions),
    packId: content.packId,
    coverSvg: threadSvg(['WHOLE', 'WHOLE', 'WHOLE', 'WHOLE'], COVER_THREAD),
    facts: inspectionFacts(content),
    judgements: inspection.judgements.map(({ area, grade }) => [area, grade]),
    clocks: clockRows(content),
    completeness: `${countWords(outcome)} ${appendixWords(included)}`.trim(),
    headline: headline(content.recommendations),
    areas: packOrder(content).map((section) => areaData(section, outcome)),
    omissions: omissions.map(({ ref, title, reason }) => [ref, title, reason]),
    audit: {
      sequence: String(content.audit.sequence),
      hash: content.audit.hash,
      at: instantWords(content.audit.at),
    },
  };
}

function areaData({ number, area, recommendations, also }: AreaSection, outcome: PackOutcome) {
  return {
    heading: `${number} ${area}`,
    also: also.map(({ number: at, item }) => ({ ref: item.ref, words: `${at} ${item.ref} ${item.title}` })),
    recommendations: recommendations.map(({ number: at, item }) => recommendationData(at, item, outcome)),
  };
}

function recommendationData(number: string, item: PackRecommendation, outcome: PackOutcome) {
  const { included, content } = outcome;
  const states = threadData(item.thread).map(({ state }) => state);
  const pathOf = new Map(included.map(({ ref, entry }) => [ref, entry.name]));
  const { changes, more } = changesOf(item, outcome);
  return {
    number,
    ref: item.ref,
    title: item.title,
    quote: item.quote,
    source: [sourceWords(item), item.areas.join(', '), item.lineage]
      .filter((part) => part !== '')
      .join(' · '),
    facts: [['Accountable lead', item.lead === '' ? 'Nobody yet' : item.lead]],
    good: item.goodLooksLike === '' ? 'Not agreed yet' : item.goodLooksLike,
    closureTest: [['Closure test', item.closureTest === '' ? 'Not agreed yet' : item.closureTest]],
    status: item.status,
    rag: ragData(item.rag),
    thread: threadData(item.thread),
    threadWords: threadWords(item.thread),
    threadSvg: threadSvg(states, FULL_THREAD),
    miniSvg: threadSvg(states, MINI_THREAD),
    missing: item.missing,
    actions: item.actions.map(actionData),
    updates: item.actions.flatMap(latestUpdate),
    changes: changes.map(({ source, words }) => [source, words]),
    moreChanges: more > 0 ? `${more} more in actions.xlsx.` : '',
    next: nextStepsOf(item),
    signOff: signOffData(item),
    moves: item.actions.flatMap((action) =>
      action.revisions.map((revision) => [action.ref, revisionWords(revision)]),
    ),
    measures: item.measures.map(measureRow),
    evidence: evidenceOf(item, content).map((piece) => evidenceRow(piece, pathOf.get(piece.ref))),
  };
}

function signOffData({ signOff }: PackRecommendation) {
  if (signOff === null) return null;
  return {
    closed: `Closed on ${dateWords(signOff.on)} by ${signOff.by}.`,
    answers: signOff.answers.map(({ question, answer }) => [question, answer]),
    checks: signOff.checks,
  };
}

/** A drawing, and in words: "M4 Approved foster carers", baseline, latest, target and distance, where it goes. */
function measureRow(measure: PackMeasure) {
  return { chartSvg: measureSvg(measure), cells: measureCells(measure) };
}

function measureCells(measure: PackMeasure): string[] {
  return [
    `${measure.ref} ${measure.title}\n${measure.definition}`.trim(),
    measure.baseline || 'Not set',
    measure.latest || 'No figure yet',
    [measure.target || 'Not set', measure.latest && measure.target ? measure.distance : '']
      .filter(Boolean)
      .join('\n'),
    [`${measure.movement}. ${measure.movementReason}.`, measure.late && `Late: ${measure.late}.`]
      .filter(Boolean)
      .join('\n'),
  ];
}

function ragData(rag: PackRag) {
  const one = (value: Rag) => ({ key: value, letter: RAG_LETTERS[value], word: RAG_LABELS[value] });
  return {
    declared: one(rag.declared),
    calculated: one(rag.calculated),
    differs: ragDiffers(rag),
    declaredReason: rag.declaredReason,
    calculatedReason: rag.calculatedReason,
  };
}

function threadData(thread: PackThread) {
  const knot = (name: string, { state, words }: PackKnot) => ({ name, state, words });
  return [
    knot('Said', thread.said),
    knot('Done', thread.done),
    knot('Proved', thread.proved),
    knot('Changed', thread.changed),
  ];
}

/** The drawing in words: "Said, whole: R3 … . Done, in part: 6 of 9 actions closed. …" */
function threadWords(thread: PackThread): string {
  return threadData(thread)
    .map(({ name, state, words }) => `${name}, ${KNOT_STATE_WORDS[state]}: ${words}.`)
    .join(' ');
}

function actionData(action: PackAction) {
  const moved = action.revisions.length;
  const late = action.originalDueOn && action.originalDueOn !== action.dueOn;
  return {
    ref: action.ref,
    title: action.title,
    people: [
      action.team,
      action.owner === '' ? 'No owner' : action.owner,
      action.partner && `With ${action.partner}`,
    ]
      .filter(Boolean)
      .join('\n'),
    due: dateWords(action.dueOn),
    dueNote: late
      ? `was ${dateWords(action.originalDueOn)}, moved ${moved === 1 ? 'once' : `${moved} times`}`
      : '',
    status: [DELIVERY_STATUS_LABELS[action.status], action.statusReason].filter(Boolean).join(': '),
    priority: PRIORITY_LABELS[action.priority],
    rag: ragData(action.rag),
    history: historyData(action),
  };
}

/** "A 18 Feb 2026": the letter of each stretch of colour, and its first day. */
function historyData(action: PackAction) {
  const { stretches, earlier } = ragHistory(action);
  return {
    earlier: earlier > 0 ? `${earlier} earlier` : '',
    stretches: stretches.map(({ rag, letter, from }) => ({ key: rag, words: `${letter} ${from}` })),
  };
}

function latestUpdate({ ref, updates }: PackAction): [string, string, string][] {
  const [latest] = updates;
  if (!latest) return [];
  const older = updates.length > 1 ? `\n(newest of ${updates.length}; all are in actions.xlsx)` : '';
  return [[ref, `${dateWords(latest.on)}\n${latest.by}`, latest.happened + older]];
}

function evidenceRow(piece: PackEvidence, path: string | undefined) {
  const whereabouts = path && isInAppendix(path) ? 'OFFICIAL-SENSITIVE: in the separable appendix' : '';
  return {
    ref: piece.ref,
    link: path === undefined ? '' : linkTo(path),
    cells: [
      piece.title,
      `${EVIDENCE_KIND_LABELS[piece.kind]}. ${piece.shows}`,
      periodWords(piece.periodFrom, piece.periodTo),
      [
        piece.verification || EVIDENCE_STATE_LABELS[piece.state],
        `Screening: ${PACK_SCREENING_LABELS[piece.screening].toLowerCase()}`,
        piece.warning,
        path ? whereabouts : 'Left out of this pack',
      ]
        .filter(Boolean)
        .join('\n'),
    ],
  };
}
