import { isoDate, type ReportTemplate, TEMPLATE_KINDS, type TemplateField } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import {
  boardReport,
  layOut,
  standardTemplate,
  statementOfAction,
  TEMPLATE_SECTIONS,
  templateProblems,
  titleBy,
} from './index.ts';

const PLAN = { name: 'Northmoor plan', councilName: 'Northmoor Council', trustName: '' };
const BOARD = boardReport({
  plan: PLAN,
  asAt: isoDate('2026-03-12'),
  previousAsAt: null,
  coloursBefore: null,
  recommendations: [],
  actions: [],
  measures: [],
  decisions: [],
  dateRequests: [],
  differences: [],
});
const STATEMENT = statementOfAction({
  plan: PLAN,
  inspection: null,
  clock: null,
  asAt: isoDate('2026-03-12'),
  recommendations: ['R1', 'R2'].map((reference) => ({
    reference,
    quote: `What ${reference} says.`,
    areas: [],
    lead: '',
    goodLooksLike: '',
    actions: [],
    measures: [],
  })),
});
const VALUES: Record<TemplateField, string> = {
  number: '3',
  date: '12 March 2026',
  plan: 'Northmoor plan',
  council: 'Northmoor Council',
  trust: 'Northmoor Children’s Trust',
};
const board = (change: (template: ReportTemplate) => Partial<ReportTemplate>) => {
  const standard = standardTemplate('BOARD_REPORT');
  return { ...standard, ...change(standard) };
};
const keys = ({ sections }: { sections: readonly { key: string }[] }) => sections.map(({ key }) => key);

describe('the product’s own template', () => {
  test('names every section of a board report, by its heading', () => {
    expect(BOARD.sections.map(({ key, heading }) => ({ key, name: heading }))).toEqual(
      TEMPLATE_SECTIONS.BOARD_REPORT,
    );
  });

  test.each(TEMPLATE_KINDS)('is without a fault and changes nothing: %s', (kind) => {
    const paper = kind === 'BOARD_REPORT' ? BOARD : STATEMENT;
    expect(templateProblems(kind, standardTemplate(kind))).toEqual([]);
    expect(layOut(paper, standardTemplate(kind))).toEqual(paper);
  });
});

describe('a paper laid out', () => {
  test('has the order, the headings and the choice of the template', () => {
    const paper = layOut(
      BOARD,
      board(({ sections }) => ({
        sections: [...sections]
          .reverse()
          .map((one) => (one.key === 'dates' ? { ...one, heading: ' Slipped ', isIncluded: false } : one)),
      })),
    );
    expect(keys(paper)).toEqual(keys(BOARD).reverse());
    expect(paper.sections.find(({ key }) => key === 'dates')).toMatchObject({
      heading: 'Slipped',
      isIncluded: false,
    });
  });

  test('moves the recommendations of a statement as one, each under its own words', () => {
    const sections = ['oversight', 'recommendations', 'introduction'].map((key) => ({
      key,
      heading: 'Ours',
      isIncluded: true,
    }));
    expect(layOut(STATEMENT, { sections }).sections.map(({ heading }) => heading)).toEqual([
      'Ours',
      'R1 What R1 says',
      'R2 What R2 says',
      'Ours',
    ]);
  });

  test('keeps what the template does not know, and passes over what the paper does not have', () => {
    const sections = [
      { key: 'gone', heading: 'Gone', isIncluded: true },
      { key: 'position', heading: '', isIncluded: true },
    ];
    expect(keys(layOut(BOARD, { sections }))).toEqual([
      'position',
      ...keys(BOARD).filter((key) => key !== 'position'),
    ]);
  });
});

describe('what is wrong with a template', () => {
  const wrong = (change: Parameters<typeof board>[0]) =>
    templateProblems('BOARD_REPORT', board(change)).map(({ field, message }) => `${field}: ${message}`);

  test.each([
    [
      '{chair} reports',
      'There is no field {chair}. The fields are {number}, {date}, {plan}, {council} and {trust}.',
    ],
    ['Report {date', 'A brace stands alone. A field is written with both, such as {date}.'],
    ['x'.repeat(125), 'A title has up to 120 characters. Shorten it by 5.'],
  ])('a title “%s”', (title, message) => {
    expect(wrong(() => ({ title }))).toEqual([`title: ${message}`]);
  });

  test('a section that is missing, twice, unknown or needed, and a heading too long', () => {
    expect(wrong(({ sections }) => ({ sections: sections.slice(1) }))).toEqual([
      'sections: The template does not say where “In short” stands. Put it in its place, or leave it out by its box.',
    ]);
    for (const key of ['summary', 'made-up']) {
      expect(
        wrong(({ sections }) => ({ sections: [...sections, { key, heading: '', isIncluded: true }] })),
      ).toEqual(['sections: Each section stands once, and there are no others.']);
    }
    expect(
      wrong(({ sections }) => ({
        sections: sections.map((one) => ({ ...one, isIncluded: one.key !== 'exceptions' })),
      })),
    ).toEqual(['heading-exceptions: “Exceptions” cannot be left out of this paper.']);
    expect(
      wrong(({ sections }) => ({
        sections: sections.map((one, at) => (at ? one : { ...one, heading: 'y'.repeat(121) })),
      })),
    ).toEqual(['heading-summary: A heading has up to 120 characters. Shorten it by 1.']);
  });
});

test.each([
  ['Highlight report {number}, {date}', 'Highlight report 3, 12 March 2026'],
  ['{trust}: improvement, {plan}', 'Northmoor Children’s Trust: improvement, Northmoor plan'],
  ['Improvement – {council}, {date}', 'Improvement, 12 March 2026', { council: '' }],
  ['{council}: improvement', 'improvement', { council: '' }],
  ['{council}', '', { council: '' }],
])('the title “%s” is “%s”', (title, said, more = {}) => {
  expect(titleBy({ title }, { ...VALUES, ...more })).toBe(said);
});
