import { formatDate, type ReportSection } from '@gt/contracts/words';
import { recommendationTitle } from '../recommendation/index.ts';
import { countOf, timesWords } from '../wording/index.ts';
import { barOf, barWords, countColours } from './bars.ts';
import type { BoardFacts, BoardMeasure } from './board-facts.ts';
import { daysLate, exceptionsOf, isFinished } from './exceptions.ts';
import { measureRow } from './measure-row.ts';
import { clip, listLines } from './read-words.ts';
import { column, live, more, named, type Room, section, words } from './section-parts.ts';

const FARTHEST: Record<BoardMeasure['movement'], number> = { AWAY: 0, STEADY: 1, NO_FIGURES: 2, TOWARDS: 3 };

export function measuresSection({ measures }: BoardFacts, room: Room): ReportSection {
  const heading = 'Measures';
  if (measures.length === 0) {
    return section('measures', heading, [
      words(
        'measures',
        'The plan has no measure yet, so it cannot show by figures whether children are better off.',
      ),
    ]);
  }
  const order = measures.toSorted(
    (a, b) => Number(a.isMet) - Number(b.isMet) || FARTHEST[a.movement] - FARTHEST[b.movement],
  );
  const met = measures.filter(({ isMet }) => isMet).length;
  const away = measures.filter(({ movement }) => movement === 'AWAY').length;
  return section('measures', heading, [
    words(
      'measures',
      `${countOf(met, 'measure')} of ${measures.length} ${met === 1 ? 'is' : 'are'} at target; ${away} ${away === 1 ? 'moves' : 'move'} away from it.`,
    ),
    {
      kind: 'TABLE',
      key: 'measures-table',
      caption: 'Measures, with the distance from target',
      columns: [
        column('Measure', 30),
        column('Baseline', 14),
        column('Latest', 17),
        column('Distance from target', 24),
        column('Movement', 15),
      ],
      rows: order.slice(0, room.rows).map(measureRow),
      note: more(measures.length, room.rows),
    },
  ]);
}

/** The owners' own words on the difference made, and what accepted evidence shows of it. */
export function childrenSection({ differences, previousAsAt }: BoardFacts, room: Room): ReportSection {
  const heading = 'What changed for children';
  const since = previousAsAt ? ` since ${formatDate(previousAsAt)}` : '';
  if (differences.length === 0) {
    return section('children', heading, [
      words('children', `No update or accepted evidence says what changed for children${since}.`),
    ]);
  }
  const shown = differences.slice(0, room.rows);
  const lines = listLines(
    shown.map(
      ({ reference, words: said, source }) =>
        `${reference}: ${clip(said, room.words * 1.5)}${source === 'EVIDENCE' ? ' (evidence)' : ''}`,
    ),
  );
  const rest = more(differences.length, shown.length);
  return section('children', heading, [words('children', rest ? `${lines}\n\n${rest}` : lines)]);
}

export function risksSection(facts: BoardFacts, room: Room): ReportSection {
  const heading = 'Risks: what is in the way';
  const blocked = live(facts).filter((action) => !isFinished(action) && action.inTheWay.trim() !== '');
  if (blocked.length === 0) {
    return section('risks', heading, [words('risks', 'No owner says that something is in the way.')]);
  }
  const worst = new Map(exceptionsOf(blocked, facts.asAt).map(({ action, weight }) => [action.id, weight]));
  const order = blocked.toSorted((a, b) => (worst.get(b.id) ?? 0) - (worst.get(a.id) ?? 0));
  const shown = order.slice(0, room.rows);
  const lines = listLines(
    shown.map(
      (action) => `${action.reference} ${clip(action.title, 60)}: ${clip(action.inTheWay, room.words * 1.2)}`,
    ),
  );
  const rest = more(order.length, shown.length);
  return section('risks', heading, [words('risks', rest ? `${lines}\n\n${rest}` : lines, true)]);
}

/** A revised date that has passed its original: both, how often it moved, and on whose word. */
export function datesSection(facts: BoardFacts, room: Room): ReportSection {
  const heading = 'Dates that slipped';
  const slipped = live(facts)
    .filter(
      (action) => !isFinished(action) && action.timesMoved > 0 && action.dueDate !== action.originalDueDate,
    )
    .toSorted((a, b) => b.timesMoved - a.timesMoved || daysLate(b, facts.asAt) - daysLate(a, facts.asAt));
  if (slipped.length === 0) {
    return section('dates', heading, [
      words('dates', 'No open action has another date than its original one.'),
    ]);
  }
  const shown = slipped.slice(0, room.rows);
  const recent = slipped.filter(({ before, dueDate }) => before && before.dueDate !== dueDate).length;
  const since = facts.previousAsAt ? `; ${recent} moved since ${formatDate(facts.previousAsAt)}` : '';
  return section('dates', heading, [
    words(
      'dates',
      `${countOf(slipped.length, 'open action')} ${slipped.length === 1 ? 'has' : 'have'} another date than at first${since}.`,
    ),
    {
      kind: 'TABLE',
      key: 'dates-table',
      caption: 'Original and revised dates',
      columns: [
        column('Action', 36),
        column('Original', 16),
        column('Now', 16),
        column('Moved', 11),
        column('Agreed by', 19),
      ],
      rows: shown.map((action) => [
        { text: named(action) },
        { text: action.originalDueDate ? formatDate(action.originalDueDate) : 'None' },
        { text: action.dueDate ? formatDate(action.dueDate) : 'No date' },
        { text: timesWords(action.timesMoved) },
        { text: action.dateAgreedBy || 'Nobody asked' },
      ]),
      note: more(slipped.length, shown.length),
    },
  ]);
}

const OPEN_COLOURS = ['RED', 'AMBER', 'GREEN', 'NONE'] as const;

/** Every recommendation, with the colours of its actions and the answer of its evidence test. */
export function positionSection(facts: BoardFacts): ReportSection {
  const heading = 'Position by recommendation';
  if (facts.recommendations.length === 0) {
    return section('position', heading, [words('position', 'The plan has no recommendation yet.')]);
  }
  const all = live(facts);
  const openOf = (id: string) =>
    all.filter((action) => action.recommendationId === id && !isFinished(action));
  const whole = Math.max(1, ...facts.recommendations.map(({ id }) => openOf(id).length));
  const rows = facts.recommendations.map(({ id, reference, quote, evidence }) => {
    const actions = all.filter(({ recommendationId }) => recommendationId === id);
    const open = openOf(id);
    const bar = barOf(countColours(open), OPEN_COLOURS, whole);
    const late = open.filter((action) => daysLate(action, facts.asAt) > 0).length;
    return [
      { text: `${reference} ${recommendationTitle(quote)}` },
      open.length > 0
        ? { text: barWords(bar), bar }
        : { text: actions.length === 0 ? 'No action yet' : 'All closed' },
      { text: String(actions.length - open.length) },
      { text: String(late) },
      { text: clip(evidence, 120) },
    ];
  });
  return section('position', heading, [
    words('position', ''),
    {
      kind: 'TABLE',
      key: 'position-table',
      caption: 'Where each recommendation stands',
      columns: [
        column('Recommendation', 35),
        column('Open actions', 25),
        column('Closed', 9),
        column('Overdue', 10),
        column('Evidence', 23),
      ],
      rows,
      note: '',
    },
  ]);
}
