import { MILESTONES, type MilestoneStory, WAITS } from '../northmoor/milestones.ts';
import { actAs } from './company.ts';
import { actionOf, type Play } from './play-actions.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** Working days ago on which it is said what waits for what. */
const WAITS_SET = 4;

/** The events of planning: milestones, and what waits for what. */
export function planningEvents(play: Play): StoryEvent[] {
  return [
    ...Object.entries(MILESTONES).flatMap(([reference, { set, each }]) =>
      each.flatMap((story, index) => milestoneEvents(play, reference, set, story, index)),
    ),
    ...WAITS.map(
      ([first, then]): StoryEvent => ({
        ago: WAITS_SET,
        rank: RANK.check,
        play: (moment) =>
          actAs(play.stage, play.company, 'lead', moment).planning.addDependency({
            predecessorId: actionOf(play, first).id,
            successorId: actionOf(play, then).id,
          }),
      }),
    ),
  ];
}

function milestoneEvents(
  play: Play,
  reference: string,
  set: number,
  { title, due, done }: MilestoneStory,
  index: number,
): StoryEvent[] {
  const { stage, company } = play;
  const made = { id: '', version: 0 };
  const add: StoryEvent = {
    ago: set,
    rank: RANK.step,
    play: async (moment) => {
      const added = await actAs(stage, company, 'lead', moment).planning.addMilestone({
        actionId: actionOf(play, reference).id,
        title,
        dueDate: stage.time.fromToday(due),
        idempotencyKey: `sample-milestone-${reference}-${index + 1}`,
      });
      made.id = added.id;
      made.version = added.version;
    },
  };
  if (done === undefined) return [add];
  const tick: StoryEvent = {
    ago: done,
    rank: RANK.check,
    play: (moment) =>
      actAs(stage, company, 'lead', moment).planning.tickMilestone({
        milestoneId: made.id,
        version: made.version,
        doneOn: stage.dayOf(moment),
      }),
  };
  return [add, tick];
}
