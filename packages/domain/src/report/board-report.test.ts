import { isoDate, type ReportContent, type ReportTable } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import {
  type BoardAction,
  type BoardFacts,
  type BoardMeasure,
  boardReport,
  MOST_PAGES,
  pagesOf,
} from './index.ts';

const ASAT = isoDate('2026-03-12');
const action = (number: number, more: Partial<BoardAction> = {}): BoardAction => ({
  id: `a${number}`,
  reference: `R1.A${number}`,
  title: 'Recruit twelve mainstream foster carers and keep those who foster now',
  recommendationId: 'r1',
  team: 'Fostering',
  owner: 'Head of Fostering',
  status: 'IN_PROGRESS',
  rag: 'GREEN',
  declaredRag: 'GREEN',
  calculatedRag: 'GREEN',
  ragReason: '',
  weeksAtColour: 1,
  dueDate: isoDate('2026-04-30'),
  originalDueDate: isoDate('2026-04-30'),
  timesMoved: 0,
  before: { rag: 'GREEN', status: 'IN_PROGRESS', dueDate: isoDate('2026-04-30') },
  happened: '',
  inTheWay: '',
  dateAgreedBy: '',
  ...more,
});
const measure = (number: number, more: Partial<BoardMeasure> = {}): BoardMeasure => ({
  reference: `M${number}`,
  name: 'Approved foster carers',
  unit: 'households',
  baseline: 210,
  baselineDate: isoDate('2025-03-31'),
  target: 240,
  targetDate: null,
  latest: { value: 219, date: isoDate('2026-01-31') },
  movement: 'TOWARDS',
  distance: '21 households short of the target of 240 households',
  isMet: false,
  ...more,
});
const facts = (more: Partial<BoardFacts> = {}): BoardFacts => ({
  plan: { name: 'Northmoor plan', councilName: 'Northmoor Council', trustName: 'Northmoor Children’s Trust' },
  asAt: ASAT,
  previousAsAt: isoDate('2026-03-05'),
  coloursBefore: { RED: 1, AMBER: 1, GREEN: 2, BLUE: 0, NONE: 0 },
  recommendations: [
    { id: 'r1', reference: 'R1', quote: 'the effectiveness of fostering.', evidence: 'Proved' },
  ],
  actions: [],
  measures: [],
  decisions: [],
  dateRequests: [],
  differences: [],
  ...more,
});
const table = (content: ReportContent, key: string) =>
  content.sections.flatMap(({ blocks }) => blocks).find((block) => block.key === key) as
    | ReportTable
    | undefined;
const said = (content: ReportContent, key: string) => {
  const block = content.sections.flatMap(({ blocks }) => blocks).find((one) => one.key === key);
  return block?.kind === 'WORDS' ? block.text : undefined;
};

describe('a board report', () => {
  it('puts exceptions first, the worst of them first, each with every reason', () => {
    const content = boardReport(
      facts({
        actions: [
          action(1, { declaredRag: 'GREEN', calculatedRag: 'RED' }),
          action(2, { rag: 'RED', declaredRag: 'RED', calculatedRag: 'RED', weeksAtColour: 5 }),
          action(3, {
            rag: 'RED',
            declaredRag: 'RED',
            calculatedRag: 'RED',
            originalDueDate: isoDate('2026-02-28'),
            timesMoved: 1,
          }),
          action(4),
          action(5, { status: 'CLOSED', rag: 'BLUE', originalDueDate: isoDate('2025-12-01') }),
        ],
      }),
    );
    expect(content.sections.slice(0, 2).map(({ key }) => key)).toEqual(['summary', 'exceptions']);
    const rows = table(content, 'exceptions-table')?.rows.map((row) => [
      row[0]?.text.slice(0, 5),
      row[2]?.text,
    ]);
    expect(rows).toEqual([
      ['R1.A3', '12 days past its original date, 28 February 2026'],
      ['R1.A2', 'Red for 5 weeks'],
      ['R1.A1', 'Declared green, red by the rule'],
    ]);
    expect(said(content, 'summary')).toContain('Of 5 actions, 1 is closed and 4 open: 2 red');
  });

  it('says what moved and why, what got worse first', () => {
    const content = boardReport(
      facts({
        actions: [
          action(1, {
            rag: 'GREEN',
            before: { rag: 'RED', status: 'IN_PROGRESS', dueDate: null },
            ragReason: 'Staff came.',
          }),
          action(2, { rag: 'AMBER', ragReason: 'Two people left.' }),
        ],
      }),
    );
    expect(table(content, 'moved-table')?.rows.map((row) => row.map(({ rag, text }) => rag ?? text))).toEqual(
      [
        [expect.stringContaining('R1.A2'), 'GREEN', 'AMBER', 'Two people left.'],
        [expect.stringContaining('R1.A1'), 'RED', 'GREEN', 'Staff came.'],
      ],
    );
    expect(said(content, 'summary')).toContain('Since 5 March 2026: 1 better, 1 worse, 0 closed, 0 added.');
  });

  it('says plainly what there is not: no action, no measure, no snapshot before', () => {
    const content = boardReport(facts({ previousAsAt: null }));
    expect(said(content, 'summary')).toContain('no action yet');
    expect(said(content, 'moved')).toContain('no earlier snapshot');
    expect(said(content, 'measures')).toContain('no measure yet');
    expect(said(content, 'decisions')).toBe('No decision is asked of the board.');
    expect(pagesOf(content)).toBe(1);
  });

  it('never exceeds four pages, and counts what it leaves out', () => {
    const words = 'The agency could not supply staff in time and the panel met without a quorum, '.repeat(4);
    const actions = Array.from({ length: 500 }, (_, at) =>
      action(at + 1, {
        recommendationId: `r${(at % 8) + 1}`,
        rag: 'RED',
        declaredRag: 'RED',
        ragReason: words,
        inTheWay: words,
        weeksAtColour: at % 9,
        originalDueDate: isoDate('2026-01-31'),
        timesMoved: 2,
      }),
    );
    const content = boardReport(
      facts({
        actions,
        recommendations: Array.from({ length: 8 }, (_, at) => ({
          id: `r${at + 1}`,
          reference: `R${at + 1}`,
          quote: 'the focus on every permanence option for children in the care of the council.',
          evidence: 'Missing: data, child or family voice',
        })),
        measures: Array.from({ length: 30 }, (_, at) => measure(at + 1)),
        decisions: Array.from({ length: 40 }, (_, at) => ({
          reference: `Review 3, decision ${at + 1}`,
          text: words,
          owner: 'Head of Fostering',
          dueDate: ASAT,
        })),
        differences: Array.from({ length: 90 }, (_, at) => ({
          reference: `R1.A${at}`,
          words,
          source: 'UPDATE' as const,
        })),
      }),
    );
    expect(pagesOf(content)).toBeLessThanOrEqual(MOST_PAGES);
    const shown = table(content, 'exceptions-table');
    expect(shown?.note).toBe(`And ${500 - (shown?.rows.length ?? 0)} more, see the plan.`);
  });
});
