import { describe, expect, it } from 'vitest';
import { readLines } from '../layout/read-lines.ts';
import { type LaidLine, layOut } from '../testing/lay-out.ts';
import { judgementTable } from './judgement-table.ts';
import { reportFormat } from './report-format.ts';
import { titlePage } from './title-page.ts';

const big = (text: string): LaidLine => ({ cells: [[72, text]], size: 26 });
const line = (text: string, gap = 2): LaidLine => ({ cells: [[72, text]], gap });
const BODY = Array.from({ length: 8 }, (_, index) =>
  line(`Services for children and families have changed much since the last visit, ${index}.`, 1.2),
);
const title = (...lines: LaidLine[]) => titlePage(readLines(layOut([...lines, ...BODY])));
const DATES = line('Inspection dates: 3 to 7 November 2025');

describe('titlePage', () => {
  it.each<[string, string[]]>([
    ['Northmoor', ['Inspection of Northmoor local', 'authority children’s services']],
    ['Northmoor', ['Inspection of Northmoor City Council', "local authority children's services"]],
    ['North and South Moor', ['Inspection of North and South', 'Moor children’s services']],
    ['Northmoor', ['Northmoor City Council', 'Inspection of children’s social care services']],
    [
      'Northmoor',
      ['City of Northmoor Metropolitan District', 'Council', 'Inspection of children’s social care services'],
    ],
    [
      'Northmoor',
      [
        'Northmoor',
        'Re-inspection of services for children in need of help and',
        'protection, children looked after and care leavers',
      ],
    ],
    ['Northmoor', ['Inspection of children’s services in Northmoor']],
  ])('finds %s in %j', (authority, lines) => {
    expect(title(...lines.map(big), DATES)).toMatchObject({ authority, hasTitle: true });
  });
  it.each([
    [['Lead inspector: Inspector 1 HMI'], 'Inspector 1 HMI'],
    [['Lead inspector: Inspector 1, His Majesty’s Inspector'], 'Inspector 1, His Majesty’s Inspector'],
    [['Lead inspector: Inspector 1, His Majesty’s', 'Inspector'], 'Inspector 1, His Majesty’s Inspector'],
    [['Lead inspector: Inspector 1', "Her Majesty's Inspector"], 'Inspector 1'],
    [['Lead inspector:', 'Inspector 1'], 'Inspector 1'],
    [['Somebody else: Inspector 1'], null],
  ])('reads the lead inspector of %j', (lines, leadInspector) => {
    expect(
      title(big('Inspection of Northmoor children’s services'), DATES, ...lines.map((text) => line(text)))
        .leadInspector,
    ).toBe(leadInspector);
  });
  it('reads dates that wrap, and gives them verbatim', () => {
    const found = title(
      big('Inspection of Northmoor children’s services'),
      line('Inspection date: 11 –'),
      line('22 July 2022', 1.2),
    );
    expect(found.inspectionDateText).toBe('11 – 22 July 2022');
  });
  it('gives publication, URN and kind only where they are printed', () => {
    const bare = title(big('Inspection of Northmoor children’s services'), DATES);
    expect(bare).toMatchObject({ publishedText: null, urn: null, inspectionType: null });
    const full = title(
      big('Inspection of Northmoor children’s services'),
      line('Short inspection'),
      DATES,
      line('Report published: 25 November 2025'),
      line('URN: 80999'),
    );
    expect(full).toMatchObject({ publishedText: '25 November 2025', urn: '80999', inspectionType: 'short' });
  });
});

describe('judgementTable', () => {
  const grades = (lines: LaidLine[]) => {
    const found = judgementTable(
      readLines(layOut([big('Inspection of Northmoor'), DATES, ...lines, ...BODY])),
      1,
    );
    return { ...found, short: found.grades.map((grade) => [grade.area, grade.gradeText]) };
  };
  const row = (area: string, grade: string, gap = 2): LaidLine => ({
    cells: [
      [72, area],
      [395, grade],
    ],
    gap,
  });
  const HEAD = row('Judgement', 'Grade');

  it('reads areas and grades that both wrap, and a grade centred against its row', () => {
    const found = grades([
      HEAD,
      row('The impact of leaders on social work practice with', 'Requires improvement to'),
      row('children and families', 'be good', 1.2),
      row('The experiences and progress of children who', 'Inadequate'),
      line('need help and protection', 1.2),
      row('The experiences and progress of children in care and', 'Good'),
      line('care leavers', 1.2),
      { cells: [[395, 'Requires improvement']], gap: 2 },
      { cells: [[72, 'Overall effectiveness']], gap: 0.6 },
      { cells: [[395, 'to be good']], gap: 0.6 },
    ]);
    expect(found.short).toEqual([
      ['impact_of_leaders', 'Requires improvement to be good'],
      ['help_and_protection', 'Inadequate'],
      ['children_in_care_and_care_leavers', 'Good'],
      ['overall_effectiveness', 'Requires improvement to be good'],
    ]);
    expect(found.complete).toBe(true);
    expect(reportFormat(found.grades, false).frameworkKey).toBe('ILACS_2018');
  });
  it('reads a row printed with a slip, and needs no overall grade', () => {
    const found = grades([
      HEAD,
      row('The impact of leaders on social work practice', 'Good'),
      row('The experiences and progress of children who', 'Good'),
      line('need help and protection', 1.2),
      row('The experiences and progress of children in care', 'Outstanding'),
      row('The experiences and progress of', 'Requires improvement to be good'),
      line('children care leavers', 1.2),
    ]);
    expect(found.short.at(-1)).toEqual(['care_leavers', 'Requires improvement to be good']);
    expect(reportFormat(found.grades, false).frameworkKey).toBe('ILACS_2026');
  });
  it.each([
    ['Children’s services in Northmoor are inadequate', 'Inadequate'],
    ['Children’s services in Northmoor require improvement', 'Requires improvement'],
    ['Children’s services in Northmoor require improvement to be good', 'Requires improvement to be good'],
    ['The overall judgement is that children’s services are good', 'Good'],
    ['The overall judgement is requires improvement', 'Requires improvement'],
  ])('reads the overall grade from "%s"', (sentence, grade) => {
    const found = grades([
      line(sentence),
      row('1. Children who need help and protection', 'Good'),
      row('2.1 Adoption performance', 'Good'),
    ]);
    expect(found.short).toEqual([
      ['overall', grade],
      ['help_and_protection', 'Good'],
      ['adoption_performance', 'Good'],
    ]);
  });
  it('keeps a judgement of a framework not known here under its own words', () => {
    const found = grades([
      HEAD,
      row('The impact of leaders', 'Good'),
      row('The experiences of kinship families', 'Good'),
    ]);
    expect(found.short[1]).toEqual(['the_experiences_of_kinship_families', 'Good']);
    expect(reportFormat(found.grades, false).frameworkKey).toBeNull();
  });
  it('finds no table in prose', () => {
    expect(grades([])).toMatchObject({ grades: [], complete: false });
  });
});
