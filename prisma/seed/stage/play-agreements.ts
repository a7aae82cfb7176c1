import { DATES_ASKED, type DateAsked, EXPLAINED } from '../northmoor/agreements.ts';
import { actAs } from './company.ts';
import { actionOf, type Play } from './play-actions.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** The events of agreeing: dates that somebody asks for, and why colours differ from the rule. */
export function agreementEvents(play: Play): StoryEvent[] {
  return [...DATES_ASKED.flatMap((asked) => dateEvents(play, asked)), ...explanationEvents(play)];
}

function dateEvents(play: Play, { on, by, at, due, reason, refused }: DateAsked): StoryEvent[] {
  const { stage, company } = play;
  const made = { requestId: '', version: 0 };
  const ask: StoryEvent = {
    ago: at,
    rank: RANK.check,
    play: async (moment) => {
      const { id: actionId, version } = actionOf(play, on);
      const request = await actAs(stage, company, by, moment).planning.requestDueDate({
        actionId,
        version,
        dueDate: stage.time.fromToday(due),
        reason,
        idempotencyKey: `sample-date-${on}`,
      });
      made.requestId = request.id;
      made.version = request.version;
    },
  };
  if (!refused) return [ask];
  const answer: StoryEvent = {
    ago: refused.at,
    rank: RANK.check,
    play: (moment) =>
      actAs(stage, company, 'lead', moment).planning.decideDueDate({
        ...made,
        isAgreed: false,
        note: refused.note,
      }),
  };
  return [ask, answer];
}

function explanationEvents(play: Play): StoryEvent[] {
  return EXPLAINED.map(({ on, by, at, reason }) => ({
    ago: at,
    rank: RANK.close,
    play: async (moment) => {
      const action = actionOf(play, on);
      const { planning } = actAs(play.stage, play.company, by, moment);
      const at = { actionId: action.id, version: action.version };
      action.version = (await planning.explainMismatch({ ...at, mismatchReason: reason })).version;
    },
  }));
}
