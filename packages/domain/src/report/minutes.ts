import {
  AGENDA_SECTION_LABELS,
  AGENDA_SECTIONS,
  ATTENDANCE_LABELS,
  ATTENDANCES,
  DECISION_STATE_LABELS,
  formatDate,
  MEETING_KIND_LABELS,
  type ReportCell,
  type ReportContent,
  type ReportSection,
} from '@gt/contracts/words';
import { dayWords, meetingWords, movedWords } from '../review/index.ts';
import { countOf } from '../wording/index.ts';
import type { MinutesCorrection, MinutesDecision, MinutesFacts, MinutesItem } from './minutes-facts.ts';
import { column, section, words } from './section-parts.ts';

const NOBODY = 'Nobody yet';
const dateOr = (date: Parameters<typeof formatDate>[0] | null) => (date ? formatDate(date) : 'No date');

/** "Minutes of weekly review 7, 12 March 2026" */
export function minutesTitle({ review }: Pick<MinutesFacts, 'review'>): string {
  const meeting = MEETING_KIND_LABELS[review.meeting].toLowerCase();
  return `Minutes of ${meeting} ${review.number}, ${formatDate(review.heldOn)}`;
}

/**
 * The minutes of a frozen review: who was there, what became of decisions carried over, what was said and decided of
 * each action with its colour and date before and after, what was decided, made and parked. A correction that came
 * later stands first, so that nobody reads past it.
 */
export function minutes(facts: MinutesFacts): ReportContent {
  const { plan, review } = facts;
  const held = [
    dayWords(review.heldOn),
    review.begun ? `${review.begun}${review.ended ? ` to ${review.ended}` : ''}` : '',
  ].filter(Boolean);
  const moved = movedWords({ date: review.heldOn, movedFrom: review.movedFrom });
  const head = [
    { label: 'Held', value: `${held.join(', ')}${moved ? ` (${moved})` : ''}` },
    { label: 'Chair', value: review.chair || 'Nobody' },
    { label: 'About', value: review.of || 'The whole plan' },
    { label: 'Council', value: plan.councilName },
    { label: 'Trust', value: plan.trustName },
  ];
  return {
    formatVersion: 1,
    subtitle: `${MEETING_KIND_LABELS[review.meeting]} ${review.number} of ${plan.name}`,
    facts: head.filter(({ value }) => value !== ''),
    sections: [
      ...correctionsSection(facts.corrections),
      attendanceSection(facts),
      ...(review.summary.trim() === ''
        ? []
        : [section('summary', 'The chair’s summary', [words('summary', review.summary, true)])]),
      ...carriedSection(facts),
      discussedSection(facts),
      decidedSection(facts),
      newActionsSection(facts),
      ...laterSection(facts),
      nextSection(facts),
    ],
  };
}

/** Minutes with one more correction; what was written stays as it was. */
export function withCorrection(content: ReportContent, correction: MinutesCorrection): ReportContent {
  const line = correctionWords(correction);
  const [first, ...rest] = content.sections;
  const block = first?.key === CORRECTIONS ? first.blocks[0] : undefined;
  if (!first || block?.kind !== 'WORDS') {
    return { ...content, sections: [...correctionsSection([correction]), ...content.sections] };
  }
  const text = `${block.text}\n\n${line}`;
  const grown = { ...first, blocks: [{ ...block, text, written: text }] };
  return { ...content, sections: [grown, ...rest] };
}

const CORRECTIONS = 'corrections';

const correctionWords = ({ text, by, on }: MinutesCorrection) => `${formatDate(on)}, ${by}: ${text}`;

function correctionsSection(corrections: readonly MinutesCorrection[]): ReportSection[] {
  if (corrections.length === 0) return [];
  const text = corrections.map(correctionWords).join('\n\n');
  return [section(CORRECTIONS, 'Corrections made since', [words(CORRECTIONS, text, true)])];
}

function attendanceSection({ attendance }: MinutesFacts): ReportSection {
  const heading = 'Who was there';
  if (attendance.length === 0) {
    return section('attendance', heading, [words('attendance', 'Nobody’s attendance was noted.')]);
  }
  const order = attendance.toSorted(
    (a, b) =>
      Number(b.isChair) - Number(a.isChair) || RANK.indexOf(a.attendance) - RANK.indexOf(b.attendance),
  );
  const table = {
    kind: 'TABLE',
    key: 'attendance-table',
    caption: 'Members and guests',
    columns: [column('Who', 60), column('Attendance', 40)],
    rows: order.map(({ name, attendance: was, isChair }) => [
      { text: name },
      { text: `${ATTENDANCE_LABELS[was]}${isChair ? ', chair' : ''}` },
    ]),
    note: '',
  } as const;
  return section('attendance', heading, [{ ...table, columns: [...table.columns], rows: [...table.rows] }]);
}

const RANK = ['PRESENT', ...ATTENDANCES.filter((one) => one !== 'PRESENT')];

function carriedSection({ carried }: MinutesFacts): ReportSection[] {
  if (carried.length === 0) return [];
  return [
    section('carried', 'Decisions carried over', [
      {
        kind: 'TABLE',
        key: 'carried-table',
        caption: 'Decisions of earlier reviews',
        columns: [column('Decision', 16), column('What', 38), column('Owner and due', 22), column('Now', 24)],
        rows: carried.map(({ reference, text, owner, dueDate, state, note }) => [
          { text: reference },
          { text },
          { text: `${owner || NOBODY}\n${dateOr(dueDate)}` },
          { text: [DECISION_STATE_LABELS[state], note].filter(Boolean).join('. ') },
        ]),
        note: '',
      },
    ]),
  ];
}

/** One table for each part of the agenda, actions in the order in which they were looked at. */
function discussedSection({ items }: MinutesFacts): ReportSection {
  const heading = 'What was discussed';
  const seen = items.filter(({ state }) => state === 'DONE');
  if (seen.length === 0) {
    return section('discussed', heading, [words('discussed', 'No action was looked at.')]);
  }
  const blocks = AGENDA_SECTIONS.flatMap((part): ReportSection['blocks'] => {
    const own = seen.filter((item) => item.section === part);
    if (own.length === 0) return [];
    return [
      {
        kind: 'TABLE',
        key: `discussed-${part.toLowerCase().replaceAll('_', '-')}`,
        caption: AGENDA_SECTION_LABELS[part],
        columns: [
          column('Action and owner', 26),
          column('Colour was', 15),
          column('Colour is', 15),
          column('Due', 14),
          column('What was said and decided', 30, true),
        ],
        rows: own.map(itemRow),
        note: '',
      },
    ];
  });
  const intro = `${countOf(seen.length, 'action')} of ${items.length} on the agenda ${seen.length === 1 ? 'was' : 'were'} looked at.`;
  return section('discussed', heading, [words('discussed', intro), ...blocks]);
}

function itemRow(item: MinutesItem): ReportCell[] {
  const { reference, title, owner, before, now } = item;
  return [
    { text: `${reference} ${title}\n${owner || NOBODY}` },
    before ? { text: '', rag: before.rag } : { text: 'New' },
    now ? { text: '', rag: now.rag } : { text: 'Deleted' },
    { text: dueWords(item) },
    { text: saidWords(item) },
  ];
}

/** "30 April 2026", and what it was when it moved in the meeting. */
function dueWords({ before, now }: MinutesItem): string {
  const due = dateOr(now?.dueDate ?? null);
  return before && now && before.dueDate !== now.dueDate ? `${due}\n(was ${dateOr(before.dueDate)})` : due;
}

function saidWords({ note, why, decisions, newActions }: MinutesItem): string {
  const said = [
    note.trim(),
    why.trim(),
    ...decisions.map((decision) => `Decision ${decision.number}: ${decision.text}`),
    ...newActions.map(({ reference, title }) => `New action ${reference}: ${title}`),
  ].filter(Boolean);
  return said.join('\n') || 'Nothing noted';
}

function decidedSection({ items, decisions }: MinutesFacts): ReportSection {
  const heading = 'Decisions';
  const all = [
    ...items.flatMap((item) => item.decisions.map((decision) => ({ decision, about: item.reference }))),
    ...decisions.map((decision) => ({ decision, about: 'The plan' })),
  ].toSorted((a, b) => a.decision.number - b.decision.number);
  if (all.length === 0)
    return section('decisions', heading, [words('decisions', 'Nothing new was decided.')]);
  const row = ({ decision, about }: { decision: MinutesDecision; about: string }): ReportCell[] => [
    { text: String(decision.number) },
    { text: decision.text },
    { text: about },
    { text: decision.owner || NOBODY },
    { text: dateOr(decision.dueDate) },
  ];
  return section('decisions', heading, [
    {
      kind: 'TABLE',
      key: 'decisions-table',
      caption: 'Decided in this review',
      columns: [
        column('No.', 7),
        column('Decision', 43),
        column('About', 13),
        column('Owner', 20),
        column('Due', 17),
      ],
      rows: all.map(row),
      note: '',
    },
  ]);
}

function newActionsSection({ items, newActions }: MinutesFacts): ReportSection {
  const all = [...items.flatMap((item) => item.newActions), ...newActions];
  const heading = 'New actions';
  if (all.length === 0)
    return section('new-actions', heading, [words('new-actions', 'No action was added.')]);
  return section('new-actions', heading, [
    {
      kind: 'TABLE',
      key: 'new-actions-table',
      caption: 'Actions added in this review',
      columns: [column('Action', 56), column('Owner', 25), column('Due', 19)],
      rows: all.map(({ reference, title, owner, dueDate }) => [
        { text: `${reference} ${title}` },
        { text: owner || NOBODY },
        { text: dateOr(dueDate) },
      ]),
      note: '',
    },
  ]);
}

/** What comes back next time: parked, and not reached. */
function laterSection({ items }: MinutesFacts): ReportSection[] {
  const later = items.filter(({ state }) => state !== 'DONE');
  if (later.length === 0) return [];
  return [
    section('parked', 'Parked or not reached', [
      {
        kind: 'TABLE',
        key: 'parked-table',
        caption: 'For the next review',
        columns: [
          column('Action and owner', 42),
          column('Colour', 15),
          column('Why', 14),
          column('Note', 32, true),
        ],
        rows: later.map(({ reference, title, owner, now, state, note }) => [
          { text: `${reference} ${title}\n${owner || NOBODY}` },
          now ? { text: '', rag: now.rag } : { text: 'Deleted' },
          { text: state === 'PARKED' ? 'Parked' : 'Not reached' },
          { text: note.trim() || 'Nothing noted' },
        ]),
        note: '',
      },
    ]),
  ];
}

function nextSection({ next }: MinutesFacts): ReportSection {
  const text = next
    ? `The next review is on ${meetingWords({ date: next.heldOn, time: next.startTime })}.`
    : 'No next review is planned.';
  return section('next', 'Next review', [words('next', text)]);
}
