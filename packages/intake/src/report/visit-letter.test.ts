import { describe, expect, it } from 'vitest';
import { type LaidLine, layOut } from '../testing/lay-out.ts';
import { buildDraft, looksLikeReport } from './build-draft.ts';

const line = (text: string, gap = 2): LaidLine => ({ cells: [[72, text]], gap });
const bold = (text: string, gap = 2): LaidLine => ({ ...line(text, gap), font: 'bold' });
const bullet = (text: string): LaidLine => ({
  cells: [
    [72, '•'],
    [90, text],
  ],
  gap: 2,
});
const SIGNED = [line('Yours sincerely'), line('Holder One', 4), bold('Her Majesty’s Inspector', 1.2)];
const BODY = Array.from({ length: 6 }, () =>
  line('Social workers know the children well and see them often.'),
);

function read(subject: LaidLine[], opening: string[], rest: LaidLine[]) {
  const pages = layOut([
    line('Ofsted'),
    line('2 May 2019'),
    line('The Director of Children’s Services'),
    line('Dear Director'),
    ...subject,
    ...opening.map((text, index) => line(text, index === 0 ? 2 : 1.2)),
    ...BODY,
    ...rest,
    ...SIGNED,
  ]);
  return { pages, draft: buildDraft(pages) };
}

describe('letters after a visit', () => {
  it('reads a focused visit with an area for priority action', () => {
    const { pages, draft } = read(
      [bold('Focused visit to Northmoor City Council children’s services')],
      ['This letter summarises the findings of the focused visit to Northmoor', 'on 2 and 3 April 2019.'],
      [
        bold('Area for priority action'),
        line('The local authority needs to address the following:'),
        bullet('Unallocated work in the assessment teams.'),
        bold('What needs to improve in this area of social work'),
        bold('practice?', 1.2),
        bullet('Management oversight.'),
        bold('Findings'),
        bullet('Children are seen.'),
      ],
    );
    expect(looksLikeReport(pages)).toBe(true);
    expect(draft).toMatchObject({
      kind: 'FOCUSED_VISIT',
      authority: 'Northmoor',
      inspectionDateText: '2 and 3 April 2019',
      startDate: '2019-04-02',
      endDate: '2019-04-03',
      letterDate: '2019-05-02',
      publicationDate: null,
      leadInspector: 'Holder One',
      frameworkKey: 'ILACS_2018',
      reportFormat: 'Focused visit letter',
      grades: [],
      improvementHeading: { text: 'What needs to improve in this area of social work practice?', page: 1 },
      warnings: [],
    });
    expect(draft.items.map(({ text, isPriority }) => [text, isPriority])).toEqual([
      ['Unallocated work in the assessment teams.', true],
      ['Management oversight.', false],
    ]);
  });
  it('shows an area for priority action that is prose, and makes up no item of it', () => {
    const { draft } = read(
      [bold('Focused visit to Northmoor children’s services')],
      ['This letter summarises the findings of the visit to Northmoor on 2 April 2019.'],
      [
        bold('Area for priority action'),
        line('Leaders have not made sure that the weakest practice is seen. They must do so now.'),
        bold('Areas for improvement'),
        bullet('Supervision.'),
      ],
    );
    expect(draft.items.map(({ text }) => text)).toEqual(['Supervision.']);
    expect(draft.warnings).toMatchObject([
      { code: 'PRIORITY_ACTION_IS_PROSE', prose: expect.stringContaining('They must do so now.') },
    ]);
  });
  it('reads a monitoring visit, whose words also name the inspection before it', () => {
    const { draft } = read(
      [bold('Monitoring visit of Carrow local authority children’s services')],
      [
        'I am writing to summarise the findings of the monitoring visit to Carrow children’s services',
        'since the local authority was judged inadequate in July 2015. The visit took place on 30 and',
        '31 January 2018.',
      ],
      [bold('Findings and evaluation of progress'), bullet('Work has begun.')],
    );
    expect(draft).toMatchObject({
      kind: 'MONITORING_VISIT',
      authority: 'Carrow',
      startDate: '2018-01-30',
      endDate: '2018-01-31',
      items: [],
    });
    expect(draft.warnings.map(({ code }) => code)).toEqual(['NO_IMPROVEMENT_HEADING']);
  });
  it('reads a joint inspection, which belongs to no framework of one authority', () => {
    const { draft } = read(
      [
        bold('Joint targeted area inspection of the multi-agency response to'),
        bold('neglect in Bath, Row and Pell', 1.2),
      ],
      ['Between 11 July 2016 and 15 July 2016, inspectors looked at the response to neglect.'],
      [bold('Areas for improvement'), bullet('The police need to attend.')],
    );
    expect(draft).toMatchObject({
      kind: 'JTAI',
      authority: 'Bath, Row and Pell',
      inspectionDateText: '11 July 2016 and 15 July 2016',
      startDate: '2016-07-11',
      endDate: '2016-07-15',
      frameworkKey: null,
    });
    expect(draft.items.map(({ text }) => text)).toEqual(['The police need to attend.']);
  });
  it('is not taken in by a letter about something else', () => {
    const letter = layOut([
      line('2 May 2019'),
      line('Dear parent'),
      line('We look forward to your visit.'),
      ...BODY,
    ]);
    expect(looksLikeReport(letter)).toBe(false);
  });
});
