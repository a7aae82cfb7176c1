import { jobHandlers } from '@gt/api';
import { ASKS, type AskStory, CLOSED, ENQUIRIES } from '../northmoor/proof.ts';
import { actAs } from './company.ts';
import { actionOf, type Play } from './play-actions.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** Working days ago on which the readiness of the plan was kept: about once a week. */
const POINTS = [38, 33, 28, 23, 18, 13, 8, 3];
const ENQUIRIES_AT = 7;

/** The events of proving: what is asked for, what is closed, what inspectors ask, and how ready the plan was each week. */
export function proofEvents(play: Play): StoryEvent[] {
  return [
    ...ASKS.flatMap((ask) => askEvents(play, ask)),
    closingEvent(play),
    enquiriesEvent(play),
    ...points(play),
  ];
}

function askEvents(play: Play, story: AskStory): StoryEvent[] {
  const { stage, company, plan } = play;
  const made = { askId: '', version: 0 };
  const ask: StoryEvent = {
    ago: story.at,
    rank: RANK.check,
    play: async (moment) => {
      const written = await actAs(stage, company, 'lead', moment).asks.create({
        recommendationId: plan.recommendationIds[story.of],
        actionId: story.action ? actionOf(play, story.action).id : null,
        postId: company.postIds[story.post],
        text: story.text,
        dueDate: stage.time.fromToday(story.due),
        idempotencyKey: `sample-ask-${story.post}`,
      });
      Object.assign(made, written);
    },
  };
  const { answered } = story;
  if (!answered) return [ask];
  const answer: StoryEvent = {
    ago: answered.at,
    rank: RANK.check,
    play: async (moment) => {
      const evidence = await stage.db.evidence.findFirstOrThrow({
        where: { planId: plan.planId, title: answered.with },
        select: { id: true },
      });
      const { asks } = actAs(stage, company, answered.by, moment);
      await asks.answer({ ...made, evidenceId: evidence.id, note: answered.note });
    },
  };
  return [ask, answer];
}

function closingEvent({ stage, company, plan }: Play): StoryEvent {
  const recommendationId = plan.recommendationIds[CLOSED.of];
  return {
    ago: CLOSED.at,
    rank: RANK.close,
    play: async (moment) => {
      const { closure } = actAs(stage, company, 'quality', moment);
      const { version } = await closure.get({ recommendationId });
      await closure.close({
        recommendationId,
        version,
        ...CLOSED.answers,
        idempotencyKey: `sample-closing-${CLOSED.of}`,
      });
    },
  };
}

function enquiriesEvent({ stage, company, plan }: Play): StoryEvent {
  return {
    ago: ENQUIRIES_AT,
    rank: RANK.check,
    play: async (moment) => {
      const { enquiries } = actAs(stage, company, 'lead', moment);
      for (const [index, { question, note, of }] of ENQUIRIES.entries()) {
        await enquiries.create({
          planId: plan.planId,
          question,
          note,
          recommendationIds: of.map((key) => plan.recommendationIds[key]),
          evidenceIds: [],
          idempotencyKey: `sample-enquiry-${index}`,
        });
      }
    },
  };
}

function points({ stage, plan }: Play): StoryEvent[] {
  return POINTS.map((ago) => ({
    ago,
    rank: RANK.review,
    play: (moment) =>
      jobHandlers['readiness.watch'](
        stage.ctxAs(null, moment),
        { planId: plan.planId },
        new AbortController().signal,
      ),
  }));
}
