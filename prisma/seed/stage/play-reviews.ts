import { jobHandlers } from '@gt/api';
import { addDays } from '@gt/domain/calendar';
import { RHYTHM } from '../northmoor/meetings.ts';
import { type DecisionStory, REVIEWS, type ReviewStory } from '../northmoor/reviews.ts';
import { actAs } from './company.ts';
import type { Play } from './play-actions.ts';
import type { Moment } from './stage.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** Days of the story on which a review can have been held, in working days ago. */
const FIRST = 37;
/** So many items of an agenda are talked through in an ordinary meeting. */
const TALKED_THROUGH = 9;

type Made = { decisionId: string; version: number };

/** The weekly reviews of the plan: opened by the lead, walked through, decided and frozen, with their minutes. */
export function reviewEvents(play: Play): StoryEvent[] {
  const days = Array.from({ length: FIRST }, (_, index) => FIRST - index).filter((ago) =>
    isReviewDay(play, ago),
  );
  const made = new Map<DecisionStory, Made>();
  return days.slice(-REVIEWS.length).map((ago, index) => ({
    ago,
    rank: RANK.review,
    play: (moment) => holdReview(play, { index, made }, moment),
  }));
}

/** Whether the day of the story is the weekday of the review. */
function isReviewDay(play: Play, ago: number): boolean {
  const day = play.stage.time.workingDaysAgo(ago);
  return new Date(`${day}T12:00:00Z`).getUTCDay() === RHYTHM.reviewWeekday;
}

async function holdReview(
  play: Play,
  { index, made }: { index: number; made: Map<DecisionStory, Made> },
  moment: Moment,
): Promise<void> {
  const story = REVIEWS[index];
  if (!story) return;
  const { reviews } = actAs(play.stage, play.company, 'lead', moment);
  const prepared = await reviews.prepare({
    planId: play.plan.planId,
    heldOn: play.stage.dayOf(moment),
    idempotencyKey: `sample-review-${index}`,
  });
  await reviews.open({ reviewId: prepared.id, version: prepared.version });
  await settleDecisions(play, { index, made, reviewId: prepared.id }, moment);
  await walkThrough(play, prepared.id, story, moment);
  for (const decision of story.decisions)
    made.set(decision, await decide(play, prepared.id, decision, moment));
  await takeAttendance(play, prepared.id, story, moment);
  await close(play, prepared.id, story, moment);
}

/** Each item that is talked through takes its time; what nobody says anything of is ticked. */
async function walkThrough(play: Play, reviewId: string, story: ReviewStory, moment: Moment): Promise<void> {
  const { agenda } = await actAs(play.stage, play.company, 'lead', moment).reviews.get({ reviewId });
  const noteOf = (reference: string) => (story.notes as Record<string, string>)[reference] ?? '';
  const actions = agenda.filter(({ actionId }) => actionId !== null);
  const talked = actions.filter(({ reference }, place) => place < TALKED_THROUGH || noteOf(reference) !== '');
  const { reviews } = actAs(play.stage, play.company, 'lead', moment);
  for (const item of talked) {
    await reviews.record({
      itemId: item.id,
      version: item.version,
      note: noteOf(item.reference),
      state: item.reference === story.parked ? 'PARKED' : 'DONE',
      seconds: noteOf(item.reference) === '' ? 45 : 180,
    });
  }
}

async function decide(play: Play, reviewId: string, story: DecisionStory, moment: Moment): Promise<Made> {
  const { reviews } = actAs(play.stage, play.company, 'lead', moment);
  const decision = await reviews.decide({
    reviewId,
    text: story.text,
    actionId: story.on ? (play.actions.get(story.on)?.id ?? null) : null,
    ownerPostId: play.company.postIds[story.post],
    dueDate: addDays(play.stage.dayOf(moment), story.due),
    idempotencyKey: `sample-decision-${story.text.slice(0, 40).replace(/[^ -~]/g, '')}`,
  });
  return { decisionId: decision.id, version: decision.version };
}

/** What earlier reviews decided and the story says was done by now. */
async function settleDecisions(
  play: Play,
  at: { index: number; made: Map<DecisionStory, Made>; reviewId: string },
  moment: Moment,
): Promise<void> {
  const { reviews } = actAs(play.stage, play.company, 'lead', moment);
  for (const [earlier, { decisions }] of REVIEWS.slice(0, at.index).entries()) {
    for (const decision of decisions) {
      const made = at.made.get(decision);
      if (!made || decision.settled?.after !== at.index - earlier) continue;
      await reviews.settleDecision({
        ...made,
        state: 'DONE',
        note: decision.settled.note,
        reviewId: at.reviewId,
      });
    }
  }
}

async function takeAttendance(
  play: Play,
  reviewId: string,
  story: ReviewStory,
  moment: Moment,
): Promise<void> {
  const { reviews } = actAs(play.stage, play.company, 'lead', moment);
  const { attendances, version } = await reviews.get({ reviewId });
  const away = story.apologies && play.company.userIds.get(story.apologies);
  await reviews.setAttendance({
    reviewId,
    version,
    attendances: attendances.map(({ userId, name }) => ({
      userId,
      name,
      attendance: userId !== null && userId === away ? 'APOLOGIES' : 'PRESENT',
    })),
  });
}

async function close(play: Play, reviewId: string, story: ReviewStory, moment: Moment): Promise<void> {
  const { stage, company } = play;
  const { reviews } = actAs(stage, company, 'lead', moment);
  const { version } = await reviews.get({ reviewId });
  const { summary } = story;
  const written = await reviews.saveSummary({ reviewId, version, summary });
  const { minutesReportId } = await reviews.freeze({ reviewId, version: written.version });
  // The server that will serve this plan has no such job in its queue: the minutes are printed here.
  const signal = new AbortController().signal;
  await jobHandlers['reports.issue'](stage.ctxAs(null, moment), { reportId: minutesReportId }, signal);
}
