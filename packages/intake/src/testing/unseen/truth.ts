import type { PaperKind } from '@gt/contracts/words';
import type { Chance } from './chance.ts';
import type { Manner, Truth, UnseenLayout } from './made-report.ts';
import { itemText, subject } from './phrases.ts';

const PLACES: readonly [printed: string, name: string][] = [
  ['Northmoor City Council', 'Northmoor'],
  ['Royal Borough of Eastwick and Holm', 'Eastwick and Holm'],
  ['Carrow County Council', 'Carrow'],
  ['London Borough of Hartsea', 'Hartsea'],
  ['Tarn and Weald Metropolitan Borough Council', 'Tarn and Weald'],
  ['Stanton-upon-Lea Borough Council', 'Stanton-Upon-Lea'],
  ['Bath Row, Ferncliffe and Pell Council', 'Bath Row, Ferncliffe and Pell'],
  ['City of Marlow Vale Council', 'Marlow Vale'],
  ['North East Dunmere', 'North East Dunmere'],
  ['Ashby', 'Ashby'],
];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const YEARS: Record<UnseenLayout, [number, number]> = {
  SIF_JOINT: [2014, 2015],
  SIF_2016: [2016, 2017],
  ILACS_2018: [2018, 2020],
  ILACS_2022: [2021, 2022],
  ILACS_2023: [2023, 2025],
  ILACS_2026: [2026, 2026],
  FOCUSED_2018: [2018, 2020],
  FOCUSED_2023: [2021, 2025],
  MONITORING_2017: [2016, 2018],
  MONITORING_2023: [2021, 2025],
  JTAI_2017: [2016, 2019],
  JTAI_2023: [2022, 2025],
};
const KINDS: readonly [prefix: string, kind: PaperKind][] = [
  ['SIF', 'SIF'],
  ['ILACS', 'ILACS'],
  ['FOCUSED', 'FOCUSED_VISIT'],
  ['MONITORING', 'MONITORING_VISIT'],
  ['JTAI', 'JTAI'],
];

export function makeTruth(pick: Chance, layout: UnseenLayout, manner: Manner): Truth {
  const [printed, name] = pick.pick(PLACES);
  const kind = KINDS.find(([prefix]) => layout.startsWith(prefix))?.[1] ?? 'OTHER';
  const dates = makeDates(pick, layout);
  const majesty = dates.start < '2022-09-09' ? 'Her' : 'His';
  const isLetter = kind !== 'SIF' && kind !== 'ILACS' && layout !== 'JTAI_2023';
  const holder = `Holder ${pick.pick(['One', 'Two', 'Three'])}`;
  return {
    layout,
    kind,
    authority: name,
    authorityPrinted: printed,
    dates,
    leadInspector: isLetter || pick.in(0.5) ? holder : `${holder}, ${majesty} Majesty’s Inspector`,
    publicationDate: kind === 'SIF' ? `${Number(dates.end.slice(0, 4)) + 1}-02-14` : null,
    grades: makeGrades(pick, layout),
    items: manner.list === 'list' ? makeItems(pick, layout, manner) : [],
  };
}

function makeDates(pick: Chance, layout: UnseenLayout): Truth['dates'] {
  const [first, last] = YEARS[layout];
  const year = pick.between(first, last);
  const month = pick.between(layout === 'ILACS_2026' ? 4 : 1, 11);
  const day = pick.between(1, 27);
  const isVisit = layout.startsWith('FOCUSED') || layout.startsWith('MONITORING');
  const from = new Date(Date.UTC(year, month - 1, day));
  const to = new Date(from.getTime() + (isVisit ? 1 : pick.pick([4, 11])) * 86_400_000);
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  const long = (date: Date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  const sameMonth = from.getUTCMonth() === to.getUTCMonth();
  const joint = isVisit ? ' and ' : pick.pick([' to ', ' – ', ' - ']);
  const start =
    sameMonth && pick.in(0.5)
      ? String(from.getUTCDate())
      : long(from) + (pick.in(0.4) ? ` ${from.getUTCFullYear()}` : '');
  const text = `${start}${joint}${long(to)} ${to.getUTCFullYear()}`;
  return { text, start: iso(from), end: iso(to) };
}

const ILACS_AREAS: Record<string, readonly string[]> = {
  ILACS_2018: [
    'impact_of_leaders',
    'help_and_protection',
    'children_in_care_and_care_leavers',
    'overall_effectiveness',
  ],
  ILACS_2022: [
    'impact_of_leaders',
    'help_and_protection',
    'children_in_care_and_care_leavers',
    'overall_effectiveness',
  ],
  ILACS_2023: [
    'impact_of_leaders',
    'help_and_protection',
    'children_in_care',
    'care_leavers',
    'overall_effectiveness',
  ],
  ILACS_2026: ['impact_of_leaders', 'help_and_protection', 'children_in_care', 'care_leavers'],
  SIF: [
    'overall',
    'help_and_protection',
    'looked_after_and_permanence',
    'adoption_performance',
    'care_leavers',
    'leadership_management_governance',
  ],
};

function makeGrades(pick: Chance, layout: UnseenLayout): Truth['grades'] {
  const isSif = layout.startsWith('SIF');
  const areas = ILACS_AREAS[isSif ? 'SIF' : layout] ?? [];
  const improve = isSif ? 'Requires improvement' : 'Requires improvement to be good';
  const grades = ['Outstanding', 'Good', improve, 'Inadequate'];
  return areas.map((area) => [area, pick.pick(grades)]);
}

function makeItems(pick: Chance, layout: UnseenLayout, manner: Manner): Truth['items'] {
  const style = {
    deeds: layout.startsWith('SIF') || layout === 'JTAI_2017',
    stops: pick.in(0.7),
    long: pick.in(0.3) && manner.mark !== 'none',
  };
  const count = pick.between(2, layout.startsWith('SIF') ? 17 : 9);
  const priority =
    /SIF_JOINT|FOCUSED/.test(layout) && manner.mark !== 'none' && pick.in(0.35) ? pick.between(1, 3) : 0;
  const mayNest = !['none', 'letters', 'dash', 'hyphen'].includes(manner.mark) && manner.hangs;
  return Array.from({ length: count + priority }, (_, index) => {
    const isPriority = index < priority;
    if (mayNest && !isPriority && pick.in(0.08)) return { text: nested(pick), isPriority };
    const note =
      /202[56]|2023/.test(layout) && layout.startsWith('ILACS') && pick.in(0.4) ? ` ${reference(pick)}` : '';
    return { text: itemText(pick, style) + note, isPriority };
  });
}

/** A lead-in and what it leads in to; the dash is the mark of the inner list. */
function nested(pick: Chance): string {
  const parts = Array.from({ length: pick.between(2, 3) }, () => subject(pick));
  return [`The quality of practice, including:`, ...parts.map((part) => `– ${part}`)].join(' ');
}

function reference(pick: Chance): string {
  const outcome = `outcome ${pick.between(1, 4)}`;
  const named = pick.pick([
    'enabler: leaders drive conditions for effective practice',
    'enabler 3',
    `${outcome} and enabler 1`,
  ]);
  return `(${pick.pick([outcome, named])}, national framework)`;
}
