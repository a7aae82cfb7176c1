import { type MadeCell, type MadeSheet, writeWorkbook } from './write-workbook.ts';

/** A workbook with an oddity of real ones, and what must come of it: rows with words by outcome. */
export type UglyWorkbook = {
  name: string;
  fileName: string;
  bytes(): Uint8Array;
  /** Rows with words by what becomes of them. */
  rows: { ACTION: number; RECOMMENDATION?: number; JOINED?: number; EXPLAINED?: number; PROBLEM?: number };
  blank?: number;
};

const xlsx = (
  name: string,
  sheets: readonly MadeSheet[],
  rows: UglyWorkbook['rows'],
  blank = 0,
): UglyWorkbook => ({
  name,
  fileName: `${name}.xlsx`,
  bytes: () => writeWorkbook(sheets),
  rows,
  blank,
});
const csv = (
  name: string,
  text: string,
  encode: (text: string) => Uint8Array,
  rows: UglyWorkbook['rows'],
  blank = 0,
): UglyWorkbook => ({ name, fileName: `${name}.csv`, bytes: () => encode(text), rows, blank });

const red = (value: MadeCell & (string | null)): MadeCell => ({ value, fill: 'FF0000' });
const day = (value: number): MadeCell => ({ value, shows: 'date' });

/** Windows-1252 for the signs used here: a dash, a curly apostrophe and a pound. */
const windows = (text: string) =>
  Uint8Array.from(text, (sign) => ({ '–': 0x96, '’': 0x92, '£': 0xa3 })[sign] ?? sign.charCodeAt(0));
const utf16 = (text: string, { isBig = false, mark = true } = {}) => {
  const little = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return new Uint8Array(isBig ? little.swap16() : little);
};

const WHO_HOW_WHEN: MadeSheet = {
  name: 'Improvement plan',
  merges: ['A1:F1', 'A3:F3', 'A6:F6'],
  rows: [
    ['Northmoor children’s services: improvement plan, version 17'],
    ['What', 'Who', 'How', 'When', 'Success measures', 'Current status'],
    ['Recommendation 1: The effectiveness of the fostering service'],
    [
      'Recruit 12 mainstream foster carers',
      'Head of Fostering',
      'A campaign with the local paper',
      '31/03/2026',
      '12 carers approved',
      'Nine households are in assessment and three were approved at the panel in January',
    ],
    [
      'Review supervision of carers',
      'JS / AB',
      'Audit of 20 files',
      'end Q2',
      'All carers seen monthly',
      'The audit has begun and the first ten files were read by the service manager',
    ],
    ['Recommendation 2: Permanence is not considered early enough'],
    [
      'Track every child at the second review',
      'Head of Permanence',
      '',
      'ongoing',
      '',
      'A tracker is kept by the team and is looked at by the head of service each week',
    ],
    [
      'Train team managers in early permanence',
      'AB',
      '',
      'Sept 24',
      '',
      'Two of three sessions were held and the last one is booked',
    ],
  ],
};

const TWO_ROW_HEADINGS: MadeSheet = {
  name: 'Plan',
  merges: ['D1:E1', 'A1:A2', 'B1:B2', 'C1:C2', 'F1:F2', 'A3:A5'],
  rows: [
    ['Recommendation', 'Action required', 'Lead officer', 'Timescale', null, 'BRAG'],
    [null, null, null, 'Start', 'End', null],
    [
      'The quality of social work practice',
      'Agree practice standards',
      'PSW',
      day(45_748),
      day(45_838),
      { value: null, fill: 'FFC000' },
    ],
    [null, 'Launch the standards', 'PSW', day(45_778), day(45_930), { value: null, fill: { theme: 9 } }],
    [
      null,
      'Audit against the standards',
      'QA lead',
      day(45_800),
      day(46_022),
      { value: null, fill: { indexed: 10 } },
    ],
    ['Total', 3],
  ],
};

const DATES: readonly [string, string][] = [
  ['Write the threshold document', '31/04/2024'],
  ['Agree the pathway with health', '12.3.26'],
  ['Publish the local offer', 'w/c 2 March 2026'],
  ['Hold the partnership day', 'Q3 2025/26'],
  ['Meet the care leavers’ forum', '1st of April 2026'],
  ['Refresh the escalation policy', '46096'],
  ['Sign the protocol with schools', 'Sept 2025, revised 31/01/2026'],
  ['Look at caseloads', 'TBC'],
  ['Recruit two advocates', '13/25/2026'],
];

const round = (fill: MadeCell & object, words: string | null = null): MadeCell => ({ ...fill, value: words });

export const UGLY_WORKBOOKS: readonly UglyWorkbook[] = [
  xlsx('sections-name-recommendations', [WHO_HOW_WHEN], { ACTION: 4, RECOMMENDATION: 2, EXPLAINED: 2 }),
  xlsx('two-row-headings-and-fills', [TWO_ROW_HEADINGS], { ACTION: 3, EXPLAINED: 3 }),
  xlsx(
    'dates-as-people-type-them',
    [
      {
        name: 'Actions',
        rows: [
          ['Action', 'Lead', 'Timescale', 'RAG', 'Progress'],
          ...DATES.map(([what, when]) => [what, 'MH', when, 'G', '']),
        ],
      },
    ],
    { ACTION: 7, PROBLEM: 2, EXPLAINED: 1 },
  ),
  xlsx(
    'several-sheets-one-hidden',
    [
      { name: 'Read me', rows: [['How to use this workbook'], ['Change nothing in the grey cells.']] },
      {
        name: 'MASH',
        rows: [
          ['Ref', 'Recommendation', 'Action required', 'Owner', 'Due date', 'Evidence'],
          [
            '1.1',
            'Timeliness of decisions',
            'Daily huddle',
            'MASH manager',
            day(46_100),
            'Minutes of the huddle',
          ],
          ['1.2', '', 'Dip sample of contacts', 'QA lead', day(46_120), ''],
        ],
      },
      {
        name: 'Fostering',
        rows: [
          ['Ref', 'Task', 'Responsible officer', 'Deadline', 'Status'],
          ['2.1', 'Carer support line', 'Head of Fostering', day(46_200), 'In progress'],
        ],
      },
      { name: 'Lists', isHidden: true, rows: [['Red'], ['Amber'], ['Green']] },
    ],
    { ACTION: 3, EXPLAINED: 4 },
  ),
  xlsx(
    'totals-blanks-and-headings-again',
    [
      {
        name: 'Tracker',
        hiddenRows: [4],
        rows: [
          ['No', 'Action', 'Owner', 'Due', 'Percent', 'RAG'],
          [1, 'Write the strategy', 'DCS', day(46_000), { value: 0.45, shows: 'percent' }, red('')],
          [],
          [2, 'Consult partners', 'DCS', day(46_010), { value: 1, shows: 'percent' }, 'Blue'],
          ['', '', '', '', '', ''],
          ['No', 'Action', 'Owner', 'Due', 'Percent', 'RAG'],
          [3, 'Publish the strategy', 'DCS', day(46_020), '20%', 'On track'],
          ['Total', '', '', '', 3, 9],
        ],
      },
    ],
    { ACTION: 3, EXPLAINED: 3 },
    2,
  ),
  xlsx(
    'rows-that-go-on-below',
    [
      {
        name: 'Plan',
        merges: ['B2:B3', 'A2:A4'],
        rows: [
          ['Area for improvement', 'What we will do', 'Lead', 'By when', 'Update'],
          [
            'Care leavers',
            'Offer health passports',
            'Head of Leaving Care',
            'end of March 2026',
            'Design agreed',
          ],
          [null, null, 'Named nurse', '', 'Printing quoted'],
          [null, 'Visit every care leaver out of area', 'Head of Leaving Care', 'Monthly', ''],
          ['', '', '', '', 'Twelve of fourteen visited'],
        ],
      },
    ],
    { ACTION: 2, JOINED: 2, EXPLAINED: 1 },
  ),
  xlsx(
    'ratings-by-every-kind-of-fill',
    [
      {
        name: 'RAG',
        rows: [
          ['Action', 'Who', 'When', 'Delivery RAG'],
          ['Light red of Excel', 'A', '1/5/26', round({ value: null, fill: 'FFC7CE' })],
          [
            'Amber of a theme made lighter',
            'B',
            '1/5/26',
            round({ value: null, fill: { theme: 7, tint: 0.4 } }),
          ],
          ['Green of the old palette', 'C', '1/5/26', round({ value: null, fill: { indexed: 17 } })],
          ['Word beats fill', 'D', '1/5/26', round({ value: null, fill: 'FF0000' }, 'Green')],
          ['Grey is no rating', 'E', '1/5/26', round({ value: null, fill: 'D9D9D9' })],
          ['Complete in blue', 'F', '1/5/26', round({ value: null, fill: '0070C0' }, 'Complete')],
        ],
      },
    ],
    { ACTION: 6, EXPLAINED: 1 },
  ),
  csv(
    'semicolons-in-windows-1252',
    'Action;Lead;Timescale;RAG;Progress\r\n"Agree a budget of £40,000; with finance";DCS;31 March 2026;Amber;"Drafted – with ""finance""\nsince May"\r\nMeet staff’s union;HR lead;April 2026;Green;\r\n',
    windows,
    { ACTION: 2, EXPLAINED: 1 },
  ),
  csv(
    'tabs-in-utf-16-without-mark',
    'Ref\tRecommendation\tAction required\tOwner\tDue date\tNotes for the board\r\n1\tDecisions are late\tSet a two-day limit\tMASH manager\t12 March 2026\tAgreed in May\r\n\r\n2\t\tCount breaches weekly\tData lead\t19 March 2026\t\r\n',
    (text) => utf16(text, { mark: false }),
    { ACTION: 2, EXPLAINED: 1 },
    1,
  ),
  csv(
    'bars-in-utf-16-big-endian',
    'What|Who|When|Status\nReview the front door|JS, AB|30/06/26|Not started\nMap demand|JS|31/06/26|Completed\n',
    (text) => utf16(text, { isBig: true }),
    { ACTION: 1, PROBLEM: 1, EXPLAINED: 1 },
  ),
];

/** A plan of so many rows, as large ones are: sections, ratings by fill, dates of every kind. */
export function largeWorkbook(actions: number): Uint8Array {
  const fills = ['FF0000', 'FFC000', '00B050'];
  const whens: MadeCell[] = [day(46_100), '31/03/2026', 'end Q2', 'ongoing', 'Sept 26'];
  const rows: MadeCell[][] = [
    ['Ref', 'Recommendation', 'Action required', 'Owner', 'Due date', 'RAG', 'Progress', 'Notes'],
  ];
  for (let at = 1; at <= actions; at += 1) {
    const group = Math.ceil(at / 50);
    rows.push([
      `${group}.${at}`,
      at % 50 === 1 ? `Recommendation of area ${group}: practice is not yet consistent` : '',
      `Step ${at}: bring practice to the standard agreed for area ${group}`,
      `Head of service ${(group % 9) + 1}`,
      whens[at % whens.length] ?? null,
      { value: null, fill: fills[at % 3] ?? 'FF0000' },
      `Work began in the ${at % 12 === 0 ? 'last' : 'first'} quarter and is looked at each week`,
      `Line ${at} of the workbook`,
    ]);
  }
  return writeWorkbook([{ name: 'Plan', rows }]);
}
