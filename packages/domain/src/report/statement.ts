import {
  type ApprovalBody,
  formatDate,
  type IsoDate,
  type ReportContent,
  type ReportSection,
} from '@gt/contracts/words';
import { recommendationTitle } from '../recommendation/index.ts';
import { countOf, listWords } from '../wording/index.ts';
import type { BoardMeasure } from './board-facts.ts';
import { measureRow } from './measure-row.ts';

export type StatementAction = {
  reference: string;
  title: string;
  /** Title of the owner's post; '' when it has none. */
  owner: string;
  team: string;
  partner: string;
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  successMeasure: string;
};
export type StatementRecommendation = {
  reference: string;
  quote: string;
  /** Judgement areas in words. */
  areas: readonly string[];
  lead: string;
  goodLooksLike: string;
  actions: readonly StatementAction[];
  measures: readonly BoardMeasure[];
};
export type StatementFacts = {
  plan: { name: string; councilName: string; trustName: string };
  /** Null for a plan that did not begin with an inspection. */
  inspection: { kind: string; authority: string; when: string; receivedDate: IsoDate | null } | null;
  /** The council's 70-day clock; null when nothing is owed. */
  clock: { dueDate: IsoDate; workingDays: number; words: string } | null;
  asAt: IsoDate;
  recommendations: readonly StatementRecommendation[];
};

const words = (key: string, text: string, isFixed = false) =>
  ({ kind: 'WORDS', key, text, written: text, isInternal: false, ...(isFixed ? { isFixed } : {}) }) as const;

/**
 * The written statement of action that the statutory clock counts to: each recommendation word for word, the actions
 * that answer it with owner's post, dates and what success looks like, and the measures it will be known by.
 * Source: Education and Inspections Act 2006 s.137: the council prepares the written statement of the action it
 * proposes and the period; the duty is the council's, the trust delivers, and both are named.
 */
export function statementOfAction(facts: StatementFacts): ReportContent {
  const { plan, inspection, clock, asAt, recommendations } = facts;
  const head = [
    { label: 'Council, which holds the statutory duty', value: plan.councilName },
    { label: 'Trust, which delivers', value: plan.trustName },
    {
      label: 'Inspection',
      value: inspection
        ? [inspection.kind, inspection.authority, inspection.when].filter(Boolean).join(', ')
        : '',
    },
    { label: 'Report received', value: inspection?.receivedDate ? formatDate(inspection.receivedDate) : '' },
    {
      label: 'Statement due',
      value: clock
        ? `${formatDate(clock.dueDate)}, ${countOf(clock.workingDays, 'working day')} after receipt`
        : '',
    },
  ];
  return {
    formatVersion: 1,
    subtitle: `${plan.name}, as at ${formatDate(asAt)}`,
    facts: head.filter(({ value }) => value !== ''),
    sections: [introduction(facts), ...recommendations.map(recommendationSection), oversight(facts)],
  };
}

function introduction({ plan, inspection, recommendations }: StatementFacts): ReportSection {
  const who =
    plan.trustName && plan.trustName !== plan.councilName
      ? `${plan.councilName} and ${plan.trustName}`
      : plan.councilName;
  const after = inspection
    ? ` in answer to the ${inspection.kind.toLowerCase().replace('ilacs', 'ILACS')}`
    : '';
  const actions = recommendations.reduce((sum, { actions: own }) => sum + own.length, 0);
  const none = actions === 0 ? ' No action has been entered yet.' : '';
  const text = `This statement says what ${who} will do${after}. It answers ${countOf(recommendations.length, 'recommendation')} with ${countOf(actions, 'action')}.${none}`;
  return {
    key: 'introduction',
    heading: 'Introduction',
    isIncluded: true,
    blocks: [words('introduction', text)],
  };
}

function recommendationSection(recommendation: StatementRecommendation): ReportSection {
  const { reference, quote, areas, lead, goodLooksLike, actions, measures } = recommendation;
  const key = `recommendation-${reference}`;
  const about = [
    areas.length > 0 ? `Judgement ${areas.length === 1 ? 'area' : 'areas'}: ${listWords([...areas])}.` : '',
    lead ? `Accountable: ${lead}.` : '',
    goodLooksLike ? `What good looks like: ${goodLooksLike}` : '',
  ].filter(Boolean);
  const blocks: ReportSection['blocks'] = [
    words(`${key}-quote`, `“${quote}”`, true),
    words(`${key}-about`, about.join('\n\n')),
  ];
  if (actions.length === 0) {
    blocks.push(words(`${key}-none`, 'No action answers this recommendation yet.'));
  } else {
    blocks.push({
      kind: 'TABLE',
      key: `${key}-actions`,
      caption: `Actions that answer ${reference}`,
      columns: [
        { header: 'Action', width: 36, isInternal: false },
        { header: 'Owner', width: 20, isInternal: false },
        { header: 'From and to', width: 20, isInternal: false },
        { header: 'Known to succeed when', width: 24, isInternal: false },
      ],
      rows: actions.map((action) => [
        { text: `${action.reference} ${action.title}` },
        { text: ownerWords(action) },
        { text: periodWords(action) },
        { text: action.successMeasure || 'Not said yet' },
      ]),
      note: '',
    });
  }
  if (measures.length > 0) {
    blocks.push({
      kind: 'TABLE',
      key: `${key}-measures`,
      caption: `Measures by which ${reference} is judged`,
      columns: ['Measure', 'Baseline', 'Latest', 'Distance from target', 'Movement'].map((header, at) => ({
        header,
        width: [30, 14, 17, 24, 15][at] ?? 20,
        isInternal: false,
      })),
      rows: measures.map(measureRow),
      note: '',
    });
  }
  return { key, heading: `${reference} ${recommendationTitle(quote)}`, isIncluded: true, blocks };
}

function ownerWords({ owner, team, partner }: StatementAction): string {
  const first = [owner, team].filter(Boolean);
  const whose = first.length > 0 ? first.join(', ') : 'Nobody yet';
  return partner ? `${whose}; with ${partner}` : whose;
}

function periodWords({ startDate, dueDate }: StatementAction): string {
  const due = dueDate ? formatDate(dueDate) : 'no date yet';
  return startDate ? `${formatDate(startDate)}\nto ${due}` : due;
}

function oversight({ plan }: StatementFacts): ReportSection {
  const trust = plan.trustName || plan.councilName;
  const text = `Progress is reviewed each week and reported to the improvement board. ${plan.councilName} answers for this statement; ${trust} delivers what it says.`;
  return {
    key: 'oversight',
    heading: 'How progress is overseen',
    isIncluded: true,
    blocks: [words('oversight', text)],
  };
}

/** Whose approvals of a statement are on record. */
export type ApprovalFacts = { body: ApprovalBody };

/** "the council", "the trust": whose approval a statement still waits for. */
export function missingApprovals(approvals: readonly ApprovalFacts[], hasTrust: boolean): ApprovalBody[] {
  const wanted: ApprovalBody[] = hasTrust ? ['COUNCIL', 'TRUST'] : ['COUNCIL'];
  return wanted.filter((body) => !approvals.some((approval) => approval.body === body));
}

const IN_WORDS: Record<ApprovalBody, string> = { COUNCIL: 'the council', TRUST: 'the trust' };

/**
 * Why a statement may not be recorded as submitted yet, or null. Approvals come first; without them a reason is
 * asked, which is kept.
 * Example: only the trust approved → "The council has not approved this version yet. …".
 */
export function submissionProblem(missing: readonly ApprovalBody[], reason: string): string | null {
  if (missing.length === 0 || reason.trim().length >= 10) return null;
  const who = listWords(missing.map((body) => IN_WORDS[body]));
  const have = missing.length === 1 ? 'has' : 'have';
  return `${who.slice(0, 1).toUpperCase()}${who.slice(1)} ${have} not approved this version yet. Record the approval first, or say in at least 10 characters why it went without.`;
}
