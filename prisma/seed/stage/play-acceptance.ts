import { ANSWERS_FOR, ASKED_BACK, SECOND_HOLDER_FROM, STILL_OFFERED } from '../northmoor/acceptance.ts';
import { actAs } from './company.ts';
import { actionOf, type Play, type PlayedStory } from './play-actions.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** The events of taking work on: each team answers on the day the action is given to it. */
export function acceptanceEvents(play: Play, stories: readonly PlayedStory[]): StoryEvent[] {
  return stories.flatMap(({ reference, story, made }) => {
    const { team } = story;
    if (team === null || STILL_OFFERED.includes(reference)) return [];
    const isSecond = team === 'PERMANENCE' && made <= SECOND_HOLDER_FROM;
    const by = isSecond ? 'permanence' : ANSWERS_FOR[team];
    const note = ASKED_BACK[reference];
    return [
      {
        ago: made,
        rank: RANK.evidence,
        play: async (moment) => {
          const action = actionOf(play, reference);
          const { assignments } = actAs(play.stage, play.company, by, moment);
          const entries = [{ actionId: action.id, version: action.version }];
          const { results } = note
            ? await assignments.askBack({ entries, note })
            : await assignments.accept({ entries });
          const [result] = results;
          if (!result?.ok) throw new Error(`${reference} was not taken on: ${result?.sentence}`);
          action.version = result.version ?? action.version;
        },
      },
    ];
  });
}
