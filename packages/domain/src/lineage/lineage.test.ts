import { isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  authorityKey,
  type Concern,
  carriedThemes,
  chainOf,
  checkEarlierInspection,
  checkEarlierItem,
  compareConcerns,
  isEarlier,
  type LineageItem,
  markShared,
  raisedBeforeWords,
  SUGGESTED_FROM,
  saidAgainOf,
  suggestLineage,
  THEMES,
  themeLabel,
  themesOf,
} from './index.ts';

const item = (inspectionKey: string, number: number, text: string, areas: string[] = []): LineageItem => ({
  key: `${inspectionKey}.${number}`,
  inspectionKey,
  text,
  areas,
});

/** Two inspections of one invented council, in the manner of published lists. */
const EARLIER = [
  'Ensure that all children benefit from good quality care plans, including plans for permanence, to prevent drift.',
  'Reduce the backlog of domestic abuse notifications so that no child is left in an unassessed situation.',
  'Ensure that staff know how to recognise a private fostering arrangement.',
  'Improve services to young people who are at risk of sexual exploitation or who go missing.',
  'Ensure that supervision of social workers is regular, recorded and challenging.',
].map((text, at) => item('first', at + 1, text));
const LATER = [
  'Effectiveness of the fostering service.',
  'Robust and timely focus on all permanence options for children.',
  'Alignment of the approach to contextual safeguarding.',
  'The response to domestic abuse.',
  'The impact of management oversight.',
  'Trust and confidence between the courts and the trust.',
].map((text, at) => item('second', at + 1, text));

describe('suggestions', () => {
  test('pair what a careful reader would pair, and nothing else', () => {
    const found = suggestLineage(LATER, () => EARLIER, [...LATER, ...EARLIER]);
    expect(found.map(({ laterKey, earlierKey }) => `${laterKey} ← ${earlierKey}`)).toEqual([
      'second.2 ← first.1',
      'second.3 ← first.4',
      'second.4 ← first.2',
      'second.5 ← first.5',
    ]);
  });

  test('say why: by words that both hold, or by a theme where the words differ', () => {
    const found = suggestLineage(LATER, () => EARLIER, [...LATER, ...EARLIER]);
    const why = (laterKey: string) => found.find((suggestion) => suggestion.laterKey === laterKey);
    expect(why('second.4')).toMatchObject({
      sharedWords: ['domestic', 'abuse'],
      sharedThemes: ['domestic-abuse'],
    });
    expect(why('second.3')).toMatchObject({ sharedWords: [], sharedThemes: ['exploitation'] });
  });

  test('stand at the threshold or above, and no item is suggested for itself', () => {
    const items = [...LATER, ...EARLIER];
    const all = suggestLineage(items, () => items, items);
    for (const { similarity, laterKey, earlierKey } of all) {
      expect(similarity).toBeGreaterThanOrEqual(SUGGESTED_FROM);
      expect(laterKey).not.toBe(earlierKey);
    }
  });

  test('of one inspection name the four strongest', () => {
    const many = Array.from({ length: 7 }, (_, at) => item('first', at, `Life-story work, part ${at}.`));
    const one = item('second', 1, 'Life-story work.');
    expect(suggestLineage([one], () => many, [one, ...many])).toHaveLength(4);
  });
});

describe('likeness', () => {
  const words = fc.constantFrom(
    ...`permanence fostering courts supervision the of neglect homeless records thresholds audits children
    timeliness response missing education virtual school identity caseloads`.split(/\s+/),
  );
  const text = fc.array(words, { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));
  const concern: fc.Arbitrary<Concern> = fc.record({
    text,
    areas: fc.subarray(['children_in_care', 'care_leavers', 'impact_of_leaders']),
  });

  test('is the same from either side, between 0 and 100, and does not hang on the order of the others', () => {
    fc.assert(
      fc.property(fc.array(concern, { minLength: 2, maxLength: 6 }), (all) => {
        const [one, other] = all as [Concern, Concern];
        const { similarity, sharedThemes } = compareConcerns(all)(one, other);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(100);
        expect(compareConcerns(all)(other, one)).toMatchObject({ similarity, sharedThemes });
        expect(compareConcerns([...all].reverse())(one, other)).toMatchObject({ similarity, sharedThemes });
      }),
    );
  });

  test('of the same words is whole, whatever the case and the stops', () => {
    fc.assert(
      fc.property(text, (said) => {
        const [one, other] = [said, `${said.toUpperCase()}.`].map((words) => ({ text: words, areas: [] }));
        const { similarity } = compareConcerns([])(one as Concern, other as Concern);
        // A sentence of nothing but stop words has nothing to be compared by.
        expect(similarity === 100 || /^(?:the|of|children|\s)+$/.test(said)).toBe(true);
      }),
    );
  });

  test('is nothing without words', () => {
    const compare = compareConcerns([]);
    expect(compare({ text: '', areas: ['care_leavers'] }, { text: '', areas: ['care_leavers'] })).toEqual({
      similarity: 0,
      sharedWords: [],
      sharedThemes: [],
      sharesArea: true,
    });
  });

  test('private fostering is no part of the fostering service, and what a report notes of the framework is no word', () => {
    const compare = compareConcerns([]);
    const like = (one: string, other: string) =>
      compare({ text: one, areas: [] }, { text: other, areas: [] }).similarity;
    expect(like('The fostering service.', 'Private fostering arrangements.')).toBeLessThan(SUGGESTED_FROM);
    expect(
      like('Safety planning (outcome 2, national framework)', 'Contacts (outcome 2, national framework)'),
    ).toBe(0);
  });

  test('the same judgement area adds a little, also across frameworks; alone it is nothing', () => {
    const compare = compareConcerns([]);
    const areas = (area: string) => ({ text: 'Life-story work and matching', areas: [area] });
    const other = { text: 'Life-story work and records', areas: ['looked_after_and_permanence'] };
    const near = compare(areas('children_in_care_and_care_leavers'), other);
    const far = compare(areas('impact_of_leaders'), other);
    expect(near.sharesArea).toBe(true);
    expect(near.similarity).toBeGreaterThan(far.similarity);
    const nothing = { text: 'Courts.', areas: ['children_in_care'] };
    expect(compare(nothing, other)).toMatchObject({ similarity: 0, sharesArea: true });
  });
});

describe('themes', () => {
  test.each([
    ['The impact of leaders on practice.', 'leadership'],
    ['The quality and impact of supervision and management oversight.', 'oversight'],
    ['Learning from auditing and performance data.', 'quality-assurance'],
    ['How consistently social workers have manageable caseloads.', 'workforce'],
    ['The application of thresholds.', 'front-door'],
    ['Partner-led early help services.', 'early-help'],
    ['Joint working with partner agencies.', 'partnership'],
    ['The use of pre-proceedings.', 'courts'],
    ['Multi-agency attendance at strategy meetings.', 'child-protection'],
    ['The effectiveness of the response to domestic abuse.', 'domestic-abuse'],
    ['Practice with children who experience neglect.', 'neglect'],
    ['Alignment of the approach to contextual safeguarding.', 'exploitation'],
    ['The quality and timeliness of return home interviews.', 'return-home-interviews'],
    ['Oversight of children missing from education.', 'missing-education'],
    ['The impact of the virtual school.', 'education'],
    ['Care leavers not in education, employment or training.', 'work-and-training'],
    ['Earlier engagement of personal advisers.', 'care-leavers'],
    ['Timely transition planning.', 'transitions'],
    ['The choice of accommodation for care leavers.', 'homes-for-young-people'],
    ['Young people aged 16 and 17 who present as homeless.', 'homelessness'],
    ['The timeliness of achieving permanence.', 'permanence'],
    ['Assessments of prospective adopters.', 'adoption'],
    ['Effectiveness of the fostering service.', 'fostering'],
    ['Children who are privately fostered.', 'private-fostering'],
    ['Placement with parents and connected persons arrangements.', 'connected-carers'],
    ['Children with a plan to return home.', 'returning-home'],
    ['Placement sufficiency for children in care.', 'sufficiency'],
    ['The quality of placement matching.', 'matching'],
    ['The quality of assessments.', 'assessments'],
    ['Consistency of written plans.', 'plans'],
    ['Earlier pre-birth assessments.', 'pre-birth'],
    ['Safety planning.', 'risk'],
    ['The identification of young carers.', 'young-carers'],
    ['Practice in the service for disabled children.', 'disabled-children'],
    ['Access of young people to their health histories.', 'health'],
    ['The consideration of children’s experiences and views.', 'voice'],
    ['Plans that respond to children’s diverse needs.', 'identity'],
    ['The completion of life-story work.', 'life-story'],
    ['The quality of case recording.', 'records'],
    ['Challenge from independent reviewing officers.', 'reviewing-officers'],
    ['Allegations against professionals.', 'allegations'],
    ['Gaining parental consent.', 'consent'],
    ['Learning from complaints.', 'complaints'],
  ])('“%s” stands in %s', (text, theme) => {
    expect(themesOf(text)).toContain(theme);
    expect(themeLabel(theme)).not.toBe(theme);
  });

  test('every theme has its sentence above, and a key of its own', () => {
    expect(new Set(THEMES.map(({ key }) => key)).size).toBe(43);
  });

  test.each([
    ['The multi-agency safeguarding hub.', 'partnership'],
    ['Private fostering arrangements.', 'fostering'],
    ['Permanence by adoption and long-term fostering.', 'fostering'],
    ['Support and supervision of foster carers.', 'oversight'],
    ['The recruitment, support and retention of foster carers.', 'workforce'],
    ['The quality of pathway plans.', 'plans'],
    ['The quality and timeliness of return home interviews.', 'returning-home'],
  ])('“%s” does not stand in %s', (text, theme) => {
    expect(themesOf(text)).not.toContain(theme);
  });
});

test('themes that came back come first; an inspection without items breaks the line', () => {
  const themed = (key: string, ...themes: string[][]) => ({
    key,
    items: themes.map((of, at) => ({ key: `${key}.${at}`, themes: of })),
  });
  const rows = carriedThemes([
    themed('a', ['neglect', 'courts']),
    themed('b', ['courts'], ['courts', 'health']),
    themed('c', ['health'], ['courts'], ['consent']),
  ]);
  expect(
    rows.map(({ theme, isCarriedOver, isInAll, inspections }) => [
      theme,
      isCarriedOver,
      isInAll,
      inspections,
    ]),
  ).toEqual([
    ['courts', true, true, 3],
    ['health', true, false, 2],
    ['neglect', false, false, 1],
    ['consent', false, false, 1],
  ]);
  expect(rows[0]?.cells.map(({ itemKeys }) => itemKeys)).toEqual([['a.0'], ['b.0', 'b.1'], ['c.1']]);
  expect(
    carriedThemes([themed('a', ['courts']), themed('b'), themed('c', ['courts'])])[0]?.isCarriedOver,
  ).toBe(false);
  expect(carriedThemes([themed('a', ['courts'])])[0]).toMatchObject({ isCarriedOver: false, isInAll: false });
});

describe('a chain in time', () => {
  const links = [
    { laterKey: '2023', earlierKey: '2018' },
    { laterKey: '2018', earlierKey: '2016' },
    { laterKey: '2023', earlierKey: '2011' },
  ];
  test('reaches what is repeated, each once, and says over which', () => {
    expect(chainOf('2023', links)).toEqual([
      { key: '2018', throughKey: null },
      { key: '2011', throughKey: null },
      { key: '2016', throughKey: '2018' },
    ]);
    expect(chainOf('2023', [...links, { laterKey: '2023', earlierKey: '2016' }])).toContainEqual({
      key: '2016',
      throughKey: null,
    });
    expect(chainOf('2011', links)).toEqual([]);
  });
  test('reaches what says it again', () => {
    expect(saidAgainOf('2016', links)).toEqual([
      { key: '2018', throughKey: null },
      { key: '2023', throughKey: '2018' },
    ]);
  });
  test('ends where a ring begins', () => {
    expect(
      chainOf('a', [
        { laterKey: 'a', earlierKey: 'b' },
        { laterKey: 'b', earlierKey: 'a' },
      ]),
    ).toEqual([{ key: 'b', throughKey: null }]);
  });
  test.each([
    ['2018-12-14', '2023-03-03', true],
    ['2018-12-14', '2018-12-14', false],
    ['2023-03-03', '2018-12-14', false],
    ['2018-12-14', null, true],
    [null, '2018-12-14', false],
  ])('%s before %s: %s', (earlier, later, expected) => {
    expect(isEarlier(earlier && isoDate(earlier), later && isoDate(later))).toBe(expected);
  });
});

test.each([
  ['Northmoor City Council', 'northmoor'],
  ['London Borough of Carrow', 'carrow'],
  ['CARROW', 'carrow'],
  ['Westmorland & Furness Council', 'westmorland and furness'],
  ['Westmorland and Furness', 'westmorland and furness'],
  ['Northmoor Children’s Trust', 'northmoor'],
  ['City of London', 'city of london'],
])('%s is compared as %s', (name, key) => {
  expect(authorityKey(name)).toBe(key);
});

test('the years in which it was raised, each once, in order', () => {
  const dates = ['2018-12-14', '2016-10-06', '2018-03-01'].map(isoDate);
  expect(raisedBeforeWords(dates)).toBe('Raised in 2016 and 2018');
  expect(raisedBeforeWords([])).toBe('');
});

describe('marking what is shared', () => {
  test('by words of one stem and by the words of a shared theme', () => {
    const marked = markShared('Permanent homes for children who go missing.', 'Timely permanence.', [
      'exploitation',
    ]);
    expect(marked.filter(({ isShared }) => isShared).map(({ text }) => text)).toEqual([
      'Permanent',
      'go missing',
    ]);
  });
  test('leaves every character where it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, other) => {
        const marked = markShared(
          text,
          other,
          THEMES.map(({ key }) => key),
        );
        expect(marked.map((stretch) => stretch.text).join('')).toBe(text);
      }),
    );
  });
});

describe('what may be brought in', () => {
  const today = isoDate('2026-03-12');
  const item = { quote: 'Words.', leadIn: null, whatWasDone: '', closedOn: null };
  const fields = (problems: { field: string }[]) => problems.map(({ field }) => field);
  test('an inspection needs its last day, and none may lie ahead', () => {
    expect(fields(checkEarlierInspection({ endDate: null }, today))).toEqual(['endDate']);
    expect(fields(checkEarlierInspection({ endDate: isoDate('2026-03-13') }, today))).toEqual(['endDate']);
    expect(checkEarlierInspection({ endDate: isoDate('2018-12-14') }, today)).toEqual([]);
  });
  test.each([
    ['2018-12-13', ['closedOn']],
    ['2018-12-14', []],
    ['2026-03-12', []],
    ['2026-03-13', ['closedOn']],
  ])('closed on %s after an inspection that ended on 14 December 2018', (closedOn, expected) => {
    const closed = { ...item, closedOn: isoDate(closedOn) };
    expect(fields(checkEarlierItem(closed, isoDate('2018-12-14'), today))).toEqual(expected);
  });
  test('its words are needed, and what was done has its limit', () => {
    const end = isoDate('2018-12-14');
    expect(fields(checkEarlierItem({ ...item, quote: ' ' }, end, today))).toEqual(['quote']);
    expect(fields(checkEarlierItem({ ...item, whatWasDone: 'x'.repeat(4_001) }, end, today))).toEqual([
      'whatWasDone',
    ]);
  });
});
