import type { ReportDraft } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { areaOfSection, proposePlan } from './propose-plan.ts';

const EMPTY: ReportDraft = {
  kind: 'OTHER',
  authority: null,
  authorityPrinted: null,
  inspectionDateText: null,
  startDate: null,
  endDate: null,
  leadInspector: null,
  publicationDate: null,
  letterDate: null,
  urn: null,
  inspectionType: null,
  frameworkKey: null,
  reportFormat: 'not recognised',
  pageCount: 3,
  grades: [],
  improvementHeading: null,
  items: [],
  paragraphs: [],
  warnings: [],
};

test('what a report does not print stays empty', () => {
  const { plan, inspection, recommendations } = proposePlan(EMPTY);
  expect(plan).toEqual({ name: '', kind: 'INSPECTION', councilName: '', trustName: '' });
  expect(inspection).toMatchObject({ kind: null, frameworkKey: null, publicationDate: null, urn: null });
  expect(recommendations).toEqual([]);
});

test('an item belongs to the area whose paragraphs share most words with it', () => {
  const section = (number: number, text: string) => ({ number, page: 4, section: text, text: '' });
  const { recommendations } = proposePlan({
    ...EMPTY,
    frameworkKey: 'ILACS_2018',
    paragraphs: [
      section(1, 'The experiences and progress of children who need help and protection'),
      section(2, 'The experiences and progress of children in care and care leavers'),
    ],
    items: [
      {
        ref: 1,
        text: 'Effectiveness of the fostering service.',
        page: 3,
        leadIn: null,
        subItems: [],
        isPriority: false,
        textWithoutFrameworkRef: 'Effectiveness of the fostering service.',
        nationalFrameworkRefs: [],
        bearing: [
          { paragraph: 2, page: 4, sharedWords: ['fostering', 'service'] },
          { paragraph: 1, page: 4, sharedWords: ['service'] },
        ],
      },
    ],
  });
  expect(recommendations[0]?.judgementAreas).toEqual(['children_in_care_and_care_leavers']);
});

test.each([
  ['The impact of leaders on social work practice', ['impact_of_leaders'], 'impact_of_leaders'],
  ['The experiences and progress of care leavers', ['care_leavers'], 'care_leavers'],
  ['The experiences and progress of children in care', ['children_in_care'], 'children_in_care'],
  ['The experiences and progress of children in care', ['impact_of_leaders'], null],
  ['Main findings', ['impact_of_leaders'], null],
  [null, ['impact_of_leaders'], null],
])('%s, judged %j → %s', (section, judged, area) => {
  expect(areaOfSection(section, judged)).toBe(area);
});
