import { isoDate, type ReportContent, type ReportTable } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import { type MinutesFacts, type MinutesItem, minutes, minutesTitle, withCorrection } from './index.ts';

const HELD = isoDate('2026-03-12');
const DUE = isoDate('2026-04-30');
const item = (number: number, more: Partial<MinutesItem> = {}): MinutesItem => ({
  reference: `R1.A${number}`,
  title: 'Recruit twelve mainstream foster carers',
  owner: 'Head of Fostering',
  section: 'OVERDUE',
  state: 'DONE',
  before: { rag: 'AMBER', status: 'IN_PROGRESS', dueDate: DUE },
  now: { rag: 'RED', status: 'IN_PROGRESS', dueDate: DUE },
  why: '',
  note: '',
  decisions: [],
  newActions: [],
  ...more,
});
const facts = (more: Partial<MinutesFacts> = {}): MinutesFacts => ({
  planId: 'p',
  reviewId: 'r',
  snapshotId: null,
  plan: { name: 'Northmoor plan', councilName: 'Northmoor Council', trustName: '' },
  review: {
    number: 7,
    meeting: 'REVIEW',
    of: '',
    heldOn: HELD,
    movedFrom: null,
    chair: 'Programme Lead',
    begun: '10:02',
    ended: '10:48',
    summary: '',
  },
  attendance: [],
  carried: [],
  items: [],
  decisions: [],
  newActions: [],
  next: null,
  corrections: [],
  ...more,
});
const keys = ({ sections }: ReportContent) => sections.map(({ key }) => key);
const rows = (content: ReportContent, key: string) => {
  const found = content.sections.flatMap(({ blocks }) => blocks).find((block) => block.key === key);
  return (found as ReportTable | undefined)?.rows.map((cells) => cells.map(({ text, rag }) => rag ?? text));
};
const said = (content: ReportContent, key: string) => {
  const found = content.sections.flatMap(({ blocks }) => blocks).find((block) => block.key === key);
  return found?.kind === 'WORDS' ? found.text : undefined;
};

describe('minutes', () => {
  it('say when, who, and what became of each action, in the agenda’s order', () => {
    const content = minutes(
      facts({
        attendance: [
          { name: 'Police Partnership Lead', attendance: 'APOLOGIES', isChair: false },
          { name: 'Head of Fostering, holder 1', attendance: 'PRESENT', isChair: false },
          { name: 'Programme Lead', attendance: 'PRESENT', isChair: true },
        ],
        items: [
          item(2, { section: 'RED_AMBER', now: null }),
          item(1, {
            note: 'Two carers left.',
            why: 'Red: staff are ill.',
            now: { rag: 'RED', status: 'IN_PROGRESS', dueDate: isoDate('2026-05-29') },
            decisions: [{ number: 1, text: 'Ask the agency.', owner: '', dueDate: null }],
            newActions: [{ reference: 'R1.A9', title: 'Write to the agency', owner: '', dueDate: DUE }],
          }),
          item(3, { state: 'PARKED' }),
          item(4, { state: 'WAITING' }),
        ],
      }),
    );
    expect(content.facts.find(({ label }) => label === 'Held')?.value).toBe(
      'Thursday 12 March 2026, 10:02 to 10:48',
    );
    expect(rows(content, 'attendance-table')).toEqual([
      ['Programme Lead', 'Present, chair'],
      ['Head of Fostering, holder 1', 'Present'],
      ['Police Partnership Lead', 'Apologies'],
    ]);
    expect(said(content, 'discussed')).toBe('2 actions of 4 on the agenda were looked at.');
    expect(rows(content, 'discussed-overdue')).toEqual([
      [
        'R1.A1 Recruit twelve mainstream foster carers\nHead of Fostering',
        'AMBER',
        'RED',
        '29 May 2026\n(was 30 April 2026)',
        'Two carers left.\nRed: staff are ill.\nDecision 1: Ask the agency.\nNew action R1.A9: Write to the agency',
      ],
    ]);
    expect(rows(content, 'discussed-red-amber')?.[0]?.slice(1)).toEqual([
      'AMBER',
      'Deleted',
      'No date',
      'Nothing noted',
    ]);
    expect(rows(content, 'decisions-table')).toEqual([
      ['1', 'Ask the agency.', 'R1.A1', 'Nobody yet', 'No date'],
    ]);
    expect(rows(content, 'parked-table')?.map((row) => row[2])).toEqual(['Parked', 'Not reached']);
  });

  it('say plainly what there was not', () => {
    const content = minutes(facts());
    expect(minutesTitle(facts())).toBe('Minutes of weekly review 7, 12 March 2026');
    expect(keys(content)).toEqual(['attendance', 'discussed', 'decisions', 'new-actions', 'next']);
    expect(said(content, 'decisions')).toBe('Nothing new was decided.');
    expect(said(content, 'next')).toBe('No next review is planned.');
  });

  it('say that a bank holiday moved the meeting, and when the next one is', () => {
    const content = minutes(
      facts({
        review: { ...facts().review, heldOn: isoDate('2026-04-02'), movedFrom: isoDate('2026-04-03') },
        next: { heldOn: isoDate('2026-04-10'), startTime: '10:00' },
      }),
    );
    expect(content.facts[0]?.value).toBe(
      'Thursday 2 April 2026, 10:02 to 10:48 (moved from Friday 3 April, Good Friday)',
    );
    expect(said(content, 'next')).toBe('The next review is on Friday 10 April 2026, 10:00.');
  });

  it('print each later correction first, and change nothing else', () => {
    const before = minutes(facts({ items: [item(1)] }));
    const correction = { text: 'Three carers left, not two.', by: 'Programme Lead', on: HELD };
    const once = withCorrection(before, correction);
    const twice = withCorrection(once, { ...correction, text: 'And one came back.' });
    expect(keys(twice)).toEqual(['corrections', ...keys(before)]);
    expect(said(twice, 'corrections')).toBe(
      '12 March 2026, Programme Lead: Three carers left, not two.\n\n12 March 2026, Programme Lead: And one came back.',
    );
    expect(twice.sections.slice(1)).toEqual(before.sections);
    expect(minutes(facts({ items: [item(1)], corrections: [correction] }))).toEqual(once);
  });
});
