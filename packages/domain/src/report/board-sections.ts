import {
  formatDate,
  type IsoDate,
  type Rag,
  type ReportCell,
  type ReportSection,
  type ReportTable,
} from '@gt/contracts/words';
import { colourMoved } from '../rag/index.ts';
import { countOf } from '../wording/index.ts';
import { barOf, countColours } from './bars.ts';
import type { BoardAction, BoardFacts } from './board-facts.ts';
import { COLOURS, daysLate, exceptionsOf, isFinished } from './exceptions.ts';
import { clip } from './read-words.ts';
import { column, live, more, named, type Room, section, words } from './section-parts.ts';

/** How many there are of what, and what became of them since the snapshot before. */
export function summarySection(facts: BoardFacts): ReportSection {
  const actions = live(facts);
  if (actions.length === 0) {
    const none = `The plan has ${countOf(facts.recommendations.length, 'recommendation')} and no action yet, so there is no progress to report.`;
    return section('summary', 'In short', [words('summary', none)]);
  }
  const closed = actions.filter(({ status }) => status === 'CLOSED').length;
  const open = actions.filter((action) => !isFinished(action));
  const colour = (rag: BoardAction['rag']) => open.filter((action) => action.rag === rag).length;
  const late = open.filter((action) => daysLate(action, facts.asAt) > 0).length;
  const lines = [
    `Of ${countOf(actions.length, 'action')}, ${closed} ${closed === 1 ? 'is' : 'are'} closed and ${open.length} open: ${colour('RED')} red, ${colour('AMBER')} amber, ${colour('GREEN')} green and ${colour('NONE')} not rated. ${countIs(late, 'open action')} past ${late === 1 ? 'its' : 'their'} original date.`,
    movedLine(facts, actions),
  ];
  return section('summary', 'In short', [words('summary', lines.join('\n\n')), glanceTable(facts, actions)]);
}

/** The order in which colours stand beside one another: what needs a board first. */
const ORDER = ['RED', 'AMBER', 'GREEN', 'NONE', 'BLUE'] as const satisfies readonly Rag[];

/** Where the plan stood at the snapshot before and stands now, as two bars with their counts. */
function glanceTable(
  { asAt, previousAsAt, coloursBefore }: BoardFacts,
  actions: readonly BoardAction[],
): ReportTable {
  const now = countColours(actions);
  const sum = (counts: Readonly<Record<Rag, number>>) => ORDER.reduce((all, rag) => all + counts[rag], 0);
  const whole = Math.max(sum(now), coloursBefore ? sum(coloursBefore) : 0);
  const row = (date: IsoDate, counts: Readonly<Record<Rag, number>>): ReportCell[] => [
    { text: formatDate(date) },
    { text: '', bar: barOf(counts, ORDER, whole) },
    ...ORDER.map((rag) => ({ text: String(counts[rag]) })),
  ];
  return {
    kind: 'TABLE',
    key: 'summary-table',
    caption: 'Actions by colour',
    columns: [
      column('As at', 17),
      column('Colours', 36),
      ...ORDER.map((rag) => column(rag === 'BLUE' ? 'Closed' : COLOURS[rag], 9.4)),
    ],
    rows: [row(asAt, now), ...(previousAsAt && coloursBefore ? [row(previousAsAt, coloursBefore)] : [])],
    note: '',
  };
}

const countIs = (count: number, one: string) => `${countOf(count, one)} ${count === 1 ? 'is' : 'are'}`;

function movedLine({ previousAsAt }: BoardFacts, actions: readonly BoardAction[]): string {
  if (previousAsAt === null) {
    return 'This is the first snapshot of the plan, so there is nothing yet to compare it with.';
  }
  const ways = actions.flatMap(({ before, rag }) => (before ? [colourMoved(before.rag, rag)] : []));
  const better = ways.filter((way) => way === 'BETTER').length;
  const worse = ways.filter((way) => way === 'WORSE').length;
  const closed = actions.filter(
    ({ before, status }) => status === 'CLOSED' && before?.status !== 'CLOSED',
  ).length;
  const added = actions.filter(({ before }) => before === null).length;
  return `Since ${formatDate(previousAsAt)}: ${better} better, ${worse} worse, ${closed} closed, ${added} added.`;
}

export function exceptionsSection(facts: BoardFacts, room: Room): ReportSection {
  const all = exceptionsOf(live(facts), facts.asAt);
  if (all.length === 0) {
    const none =
      live(facts).length === 0
        ? 'There is no action yet.'
        : 'No action is red, past its original date, or declared another colour than the rule calculates.';
    return section('exceptions', 'Exceptions', [words('exceptions', none)]);
  }
  const shown = all.slice(0, room.rows);
  return section('exceptions', 'Exceptions', [
    words(
      'exceptions',
      `${countOf(all.length, 'action')} ${all.length === 1 ? 'needs' : 'need'} the board’s attention, the worst first.`,
    ),
    {
      kind: 'TABLE',
      key: 'exceptions-table',
      caption: 'Actions that need attention',
      columns: [
        column('Action', 32),
        column('Owner', 18),
        column('Colour and why', 27),
        column('In the owner’s words', 26, true),
      ],
      rows: shown.map(({ action, reasons }) => [
        { text: named(action) },
        { text: action.owner || action.team || 'Nobody yet' },
        { text: `${reasons.filter((reason) => reason !== 'Red').join('; ')}`, rag: action.rag },
        { text: clip(action.ragReason || action.inTheWay || action.happened, room.words) || 'No words yet' },
      ]),
      note: more(all.length, shown.length),
    },
  ]);
}

export function movedSection(facts: BoardFacts, room: Room): ReportSection {
  const heading = 'What moved, and why';
  if (facts.previousAsAt === null) {
    return section('moved', heading, [
      words('moved', 'There is no earlier snapshot, so nothing can have moved yet.'),
    ]);
  }
  const moved = live(facts).filter(({ before, rag }) => before !== null && before.rag !== rag);
  // What got worse is read first, then what got better.
  const order = moved.toSorted((a, b) => worseFirst(a) - worseFirst(b));
  if (order.length === 0) {
    const none = `No action changed its colour since ${formatDate(facts.previousAsAt)}.`;
    return section('moved', heading, [words('moved', none)]);
  }
  const shown = order.slice(0, room.rows);
  return section('moved', heading, [
    words('moved', ''),
    {
      kind: 'TABLE',
      key: 'moved-table',
      caption: `Actions whose colour changed since ${formatDate(facts.previousAsAt)}`,
      columns: [
        column('Action', 33),
        column('Was', 15),
        column('Is', 15),
        column('Why, in the owner’s words', 37, true),
      ],
      rows: shown.map((action) => [
        { text: named(action) },
        { text: '', rag: action.before?.rag ?? 'NONE' },
        { text: '', rag: action.rag },
        { text: clip(action.ragReason || action.happened, room.words) || 'No words yet' },
      ]),
      note: more(order.length, shown.length),
    },
  ]);
}

function worseFirst({ before, rag }: BoardAction): number {
  return before && colourMoved(before.rag, rag) === 'WORSE' ? 0 : 1;
}

/** What the board is asked: decisions of reviews that are open, and dates that wait for its word. */
export function decisionsSection({ decisions, dateRequests }: BoardFacts, room: Room): ReportSection {
  const heading = 'Decisions needed';
  if (decisions.length + dateRequests.length === 0) {
    return section('decisions', heading, [words('decisions', 'No decision is asked of the board.')]);
  }
  const blocks: ReportSection['blocks'] = [words('decisions', 'The board is asked to decide the following.')];
  if (decisions.length > 0) {
    blocks.push({
      kind: 'TABLE',
      key: 'decisions-table',
      caption: 'Decisions that are open',
      columns: [column('Decision', 12), column('What', 50), column('Owner', 20), column('Due', 16)],
      rows: decisions
        .slice(0, room.rows)
        .map(({ reference, text, owner, dueDate }) => [
          { text: reference },
          { text: clip(text, room.words) },
          { text: owner || 'Nobody yet' },
          { text: dueDate ? formatDate(dueDate) : 'No date' },
        ]),
      note: more(decisions.length, room.rows),
    });
  }
  if (dateRequests.length > 0) {
    blocks.push({
      kind: 'TABLE',
      key: 'date-requests-table',
      caption: 'Dates asked for that wait for the board',
      columns: [
        column('Action', 36),
        column('Now due', 15),
        column('Asked for', 15),
        column('Reason', 32, true),
      ],
      rows: dateRequests
        .slice(0, room.rows)
        .map(({ reference, title, fromDate, toDate, reason }) => [
          { text: named({ reference, title }) },
          { text: fromDate ? formatDate(fromDate) : 'No date' },
          { text: formatDate(toDate) },
          { text: clip(reason, room.words) },
        ]),
      note: more(dateRequests.length, room.rows),
    });
  }
  return section('decisions', heading, blocks);
}
