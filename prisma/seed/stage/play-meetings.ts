import { MEMBERS, type MemberStory, RHYTHM } from '../northmoor/meetings.ts';
import type { AccountKey } from '../northmoor/people.ts';
import { actAs } from './company.ts';
import type { Play } from './play-actions.ts';
import type { Moment } from './stage.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** Working days ago on which it was said when the plan's meetings are, and who belongs to them. */
const FIXED = 40;

/** When the review and the board meet, who belongs to them, and who took over from whom. */
export function meetingEvents(play: Play): StoryEvent[] {
  return [
    { ago: FIXED, rank: RANK.people, play: (moment) => fixMeetings(play, moment) },
    ...MEMBERS.map(
      (story): StoryEvent => ({
        ago: story.since ?? FIXED,
        rank: RANK.step,
        play: (moment) => nameMember(play, story, moment),
      }),
    ),
  ];
}

async function fixMeetings(play: Play, moment: Moment): Promise<void> {
  const { plans } = actAs(play.stage, play.company, 'lead', moment);
  const { planId } = play.plan;
  const { planName: _name, history: _history, ...now } = await plans.settings({ planId });
  const { firstBoard, ...rhythm } = RHYTHM;
  const boardFirstDate = play.stage.time.fromToday(firstBoard);
  await plans.editSettings({ ...now, ...rhythm, boardFirstDate });
}

async function nameMember(play: Play, story: MemberStory, moment: Moment): Promise<void> {
  const { plans } = actAs(play.stage, play.company, 'lead', moment);
  const { meeting, who, isChair, insteadOf } = story;
  const of = (key: AccountKey) => ({ planId: play.plan.planId, meeting, userId: userIdOf(play, key) });
  if (insteadOf) await plans.setMember({ ...of(insteadOf), was: 'MEMBER', standing: 'NONE' });
  await plans.setMember({ ...of(who), was: 'NONE', standing: isChair ? 'CHAIR' : 'MEMBER' });
}

function userIdOf(play: Play, key: AccountKey): string {
  const userId = play.company.userIds.get(key);
  if (!userId) throw new Error(`${key} has no account yet.`);
  return userId;
}
