import { isoDate, type WorkbookPlan } from '@gt/contracts/words';
import { planWorkbook } from '@gt/domain/workbook';
import { describe, expect, test } from 'vitest';
import { UGLY_WORKBOOKS, type UglyWorkbook } from '../testing/ugly-workbooks.ts';
import { writeWorkbook } from '../testing/write-workbook.ts';
import { readGridBytes } from './read-grid-bytes.ts';

const near = isoDate('2026-03-12');
const noChoices = { chosen: {}, remembered: {} };

async function planOf(bytes: Uint8Array): Promise<WorkbookPlan> {
  const result = await readGridBytes(bytes);
  if (!result.ok) throw new Error(result.message);
  return planWorkbook(result.grid, noChoices, near);
}
const ugly = (name: string) =>
  planOf((UGLY_WORKBOOKS.find((one) => one.name === name) as UglyWorkbook).bytes());
const actionsOf = (plan: WorkbookPlan) => plan.rows.flatMap(({ action }) => (action ? [action] : []));

describe('ugly workbooks', () => {
  test.each(UGLY_WORKBOOKS)('$name: every row has its outcome', async ({ bytes, rows, blank = 0 }) => {
    const plan = await planOf(bytes());
    const kinds = Object.fromEntries(
      [...Map.groupBy(plan.rows, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
    );
    expect(kinds).toEqual(rows);
    expect(plan.totals.blank).toBe(blank);
    expect(plan.totals.imported + plan.totals.explained).toBe(plan.totals.rows);
    for (const row of plan.rows) {
      if (row.kind === 'EXPLAINED' || row.kind === 'JOINED') expect(row.reasons.join('')).not.toBe('');
      if (row.kind === 'PROBLEM') expect(row.problems).not.toEqual([]);
    }
  });

  test.each(UGLY_WORKBOOKS)('$name: no word of an action is lost', async ({ bytes }) => {
    const plan = await planOf(bytes());
    for (const { action, cells, kind } of plan.rows) {
      if (!action || kind === 'PROBLEM') continue;
      const { kept, ...fields } = action;
      const all = JSON.stringify([fields, kept]);
      for (const { heading, text } of cells) {
        // Days, ratings, figures and statuses become values; people become lists.
        if (/when|due|time|start|end|deadline|rag|status|percent|who|lead|owner|officer|^no$/i.test(heading))
          continue;
        expect(all).toContain(JSON.stringify(text).slice(1, -1));
      }
    }
  });
});

test('sections name the recommendation of the rows below, owners are parted, dates are read as people write them', async () => {
  const plan = await ugly('sections-name-recommendations');
  const [carers, supervision, tracker, training] = actionsOf(plan);
  expect(carers).toMatchObject({
    recommendation: 'Recommendation 1: The effectiveness of the fostering service',
    owners: ['Head of Fostering'],
    dueDate: '2026-03-31',
    successMeasure: '12 carers approved',
    detail: 'A campaign with the local paper',
  });
  expect(carers?.progress).toMatch(/^Nine households/);
  expect(supervision).toMatchObject({ owners: ['JS', 'AB'], dueDate: '2026-09-30' });
  expect(tracker).toMatchObject({ dueDate: null, kept: [{ heading: 'When', text: 'ongoing' }] });
  expect(training).toMatchObject({
    dueDate: '2024-09-30',
    recommendation: expect.stringMatching(/^Recommendation 2/),
  });
});

test('two rows of headings are joined, merged cells reach down, fills of theme and palette are ratings', async () => {
  const plan = await ugly('two-row-headings-and-fills');
  expect(plan.columns.map(({ heading, field }) => [heading, field])).toEqual([
    ['Recommendation', 'recommendation'],
    ['Action required', 'title'],
    ['Lead officer', 'owner'],
    ['Timescale: Start', 'startDate'],
    ['Timescale: End', 'dueDate'],
    ['BRAG', 'rag'],
  ]);
  expect(
    actionsOf(plan).map(({ recommendation, startDate, dueDate, rag }) => [
      recommendation,
      startDate,
      dueDate,
      rag,
    ]),
  ).toEqual([
    ['The quality of social work practice', '2025-04-01', '2025-06-30', 'AMBER'],
    ['The quality of social work practice', '2025-05-01', '2025-09-30', 'GREEN'],
    ['The quality of social work practice', '2025-05-23', '2025-12-31', 'RED'],
  ]);
});

test('every way of writing a day', async () => {
  const plan = await ugly('dates-as-people-type-them');
  expect(plan.rows.slice(1).map(({ action }) => action?.dueDate)).toEqual([
    null,
    '2026-03-12',
    '2026-03-06',
    '2025-12-31',
    '2026-04-01',
    '2026-03-15',
    '2026-01-31',
    null,
    null,
  ]);
  const messages = plan.rows.flatMap(({ problems }) => problems.map(({ message }) => message));
  expect(messages).toEqual([
    expect.stringContaining('“31/04/2024” is no day of the calendar. That month ends on 30 April 2024.'),
    expect.stringContaining('“13/25/2026” is no day of the calendar.'),
  ]);
});

test('ratings by every kind of fill, and by word before fill', async () => {
  const plan = await ugly('ratings-by-every-kind-of-fill');
  expect(actionsOf(plan).map(({ rag, status }) => [rag, status])).toEqual([
    ['RED', null],
    ['AMBER', null],
    ['GREEN', null],
    ['GREEN', null],
    [null, null],
    [null, 'AWAITING_EVIDENCE_CHECK'],
  ]);
});

test('hidden sheets and notes are said; encodings and separators are found', async () => {
  expect((await ugly('several-sheets-one-hidden')).notes.join(' ')).toMatch(
    /“Lists” is hidden.*3 rows are left out/,
  );
  const [budget] = actionsOf(await ugly('semicolons-in-windows-1252'));
  expect(budget).toMatchObject({
    title: 'Agree a budget of £40,000; with finance',
    rag: 'AMBER',
    progress: 'Drafted – with "finance"\nsince May',
  });
  const [limit] = actionsOf(await ugly('tabs-in-utf-16-without-mark'));
  expect(limit?.kept).toEqual([{ heading: 'Notes for the board', text: 'Agreed in May' }]);
});

test('words that go on below are kept with the action above', async () => {
  const [passports, visits] = actionsOf(await ugly('rows-that-go-on-below'));
  expect(JSON.stringify(passports?.kept)).toMatch(/Named nurse.*Printing quoted/);
  expect(JSON.stringify(visits?.kept)).toMatch(/Twelve of fourteen visited/);
});

test('a workbook that counts from 1904 has the same days', async () => {
  const rows = [
    ['Action', 'Owner', 'Due date'],
    ['Write it', 'DCS', { value: 46_100 - 1_462, shows: 'date' as const }],
  ];
  const [action] = actionsOf(await planOf(writeWorkbook([{ name: 'Plan', rows }], { is1904: true })));
  expect(action?.dueDate).toBe('2026-03-19');
});

test.each([
  ['nothing', new Uint8Array(), /empty \(0 bytes\)/],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), /\.xls\) or locked with a password/],
  ['a PDF', new TextEncoder().encode('%PDF-1.7'), /neither an Excel workbook/],
  ['a damaged archive', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2), /damaged/],
  ['a workbook without words', writeWorkbook([{ name: 'Plan', rows: [] }]), /no words/],
  [
    '5,001 rows',
    new TextEncoder().encode(`Action\n${'one more\n'.repeat(5_001)}`),
    /5,002 rows.*limit is 5,000/,
  ],
])('%s is refused with a clear sentence', async (_name, bytes, sentence) => {
  const result = await readGridBytes(bytes);
  expect(result).toMatchObject({ ok: false, message: expect.stringMatching(sentence) });
});

test('notes and conversations on the cells of an action come into it, also on a cell without words', async () => {
  const plan = await planOf(
    writeWorkbook([
      {
        name: 'Plan',
        rows: [
          ['Action', 'Lead', 'Timescale'],
          ['Recruit 12 mainstream carers', 'Head of Fostering', '31/03/2026'],
          ['Review supervision of carers', null, '30/04/2026'],
        ],
        notes: { A2: 'Agreed by the board in January', B3: 'Nobody is named yet' },
        comments: { C2: ['May slip to June', 'The panel meets in May & July'] },
      },
    ]),
  );
  const [recruit, review] = actionsOf(plan);
  expect(recruit?.kept).toEqual([
    { heading: 'Note on Action', text: 'Agreed by the board in January' },
    { heading: 'Note on Timescale', text: 'May slip to June\nThe panel meets in May & July' },
  ]);
  expect(review?.kept).toEqual([{ heading: 'Note on Lead', text: 'Nobody is named yet' }]);
});
