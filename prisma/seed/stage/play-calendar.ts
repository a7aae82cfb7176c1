import { actAs } from './company.ts';
import type { Play } from './play-actions.ts';
import type { Moment } from './stage.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** The approvals that were given so far: which of the ready-made gates, how many working days ago, and by whom. */
const GIVEN = [
  { gate: 0, ago: 24, by: 'Programme Lead', note: '' },
  { gate: 1, ago: 13, by: 'Senior leadership team', note: 'Asked for a clearer line on early help.' },
  { gate: 2, ago: 3, by: 'Council and trust board', note: '' },
] as const;

/** The way of the action plan to its submission, and what else the plan waits for. */
export function calendarEvents(play: Play): StoryEvent[] {
  return [
    { ago: 40, rank: RANK.people, play: (moment) => planAhead(play, moment) },
    ...GIVEN.map(
      (given): StoryEvent => ({
        ago: given.ago,
        rank: RANK.step,
        play: (moment) => giveApproval(play, given, moment),
      }),
    ),
  ];
}

async function planAhead(play: Play, moment: Moment): Promise<void> {
  const { calendar } = actAs(play.stage, play.company, 'lead', moment);
  const { planId } = play.plan;
  const { fromToday } = play.stage.time;
  const [clock] = (await calendar.clocks({ planId })).clocks;
  if (!clock) throw new Error('The sample plan has no clock.');
  await calendar.takeReadyGates({ clockId: clock.clockId, idempotencyKey: 'sample-gates' });
  await calendar.createDate({
    ...{ planId, kind: 'FOCUSED_VISIT', title: 'children at risk outside the home', isFirm: false },
    ...{ fromDate: fromToday(19), untilDate: fromToday(19) },
    note: 'Spoken of at the annual conversation; Ofsted gives notice five working days before.',
    idempotencyKey: 'sample-visit',
  });
  await calendar.createDate({
    ...{
      planId,
      kind: 'SCRUTINY',
      title: '',
      isFirm: true,
      note: 'Takes the progress report of the quarter.',
    },
    ...{ fromDate: fromToday(11), untilDate: fromToday(11) },
    idempotencyKey: 'sample-scrutiny',
  });
}

async function giveApproval(play: Play, given: (typeof GIVEN)[number], moment: Moment): Promise<void> {
  const { calendar } = actAs(play.stage, play.company, 'lead', moment);
  const [clock] = (await calendar.clocks({ planId: play.plan.planId })).clocks;
  const gate = clock?.gates[given.gate];
  if (!gate) throw new Error('The sample plan has no such gate.');
  await calendar.markGate({
    ...{ gateId: gate.id, version: gate.version, doneOn: play.stage.dayOf(moment) },
    ...{ doneBy: given.by, doneNote: given.note },
  });
}
