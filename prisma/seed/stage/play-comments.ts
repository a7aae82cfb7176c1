import { COMMENTS, type CommentStory, FOLLOWERS, READ_UNTIL } from '../northmoor/comments.ts';
import { ACCOUNTS, type AccountKey } from '../northmoor/people.ts';
import { actAs } from './company.ts';
import { actionOf, type Play } from './play-actions.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** Working days ago on which people began to follow actions. */
const FOLLOWED = 10;

/** What was said beside the record, who follows what, and that people read their inboxes now and then. */
export function commentEvents(play: Play): StoryEvent[] {
  const { stage, company } = play;
  const following = Object.entries(FOLLOWERS).flatMap(([reference, keys]) =>
    keys.map(
      (key): StoryEvent => ({
        ago: FOLLOWED,
        rank: RANK.check,
        play: (moment) =>
          actAs(stage, company, key, moment).comments.follow({
            actionId: actionOf(play, reference).id,
            following: true,
          }),
      }),
    ),
  );
  const said = Object.entries(COMMENTS).flatMap(([reference, comments]) =>
    comments.map((comment, index) => commentEvent(play, reference, comment, index)),
  );
  const read: StoryEvent = {
    ago: READ_UNTIL,
    rank: RANK.close,
    play: async (moment) => {
      for (const key of company.userIds.keys()) {
        await actAs(stage, company, key, moment).notifications.markAllRead();
      }
    },
  };
  return [...following, ...said, read];
}

function commentEvent(play: Play, reference: string, comment: CommentStory, index: number): StoryEvent {
  const { stage, company } = play;
  const { by, names = [] } = comment;
  return {
    ago: comment.at,
    rank: RANK.step,
    play: (moment) =>
      actAs(stage, company, by, moment).comments.add({
        actionId: actionOf(play, reference).id,
        body: names.reduce((text, key) => text.replace(`@${key}`, `@${ACCOUNTS[key].name}`), comment.body),
        mentionIds: names.flatMap((key: AccountKey) => company.userIds.get(key) ?? []),
        idempotencyKey: `sample-comment-${reference}-${index + 1}`,
      }),
  };
}
