import type { AccountKey } from '../northmoor/people.ts';
import { type AnyRecommendationKey, LETTER_KEYS, RECOMMENDATION_KEYS } from '../northmoor/recommendations.ts';
import type { ActionStory, Step } from '../northmoor/story.ts';
import { actAs, type Company } from './company.ts';
import type { WholePlan } from './import-report.ts';
import type { Moment, Stage } from './stage.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** Working days ago on which an action is made when its story does not say. */
const MADE = 42;

/** An action once it exists: what later writes and links need. */
type Made = { id: string; version: number; lastUpdateId: string | null };
export type MadeActions = Map<string, Made>;

export type Play = { stage: Stage; company: Company; plan: WholePlan; actions: MadeActions };

export type PlayedStory = { key: AnyRecommendationKey; reference: string; story: ActionStory; made: number };

/** Every action with the reference it will have, and the working days ago on which it is made. */
export function playedStories(
  stories: Readonly<Record<AnyRecommendationKey, readonly ActionStory[]>>,
): PlayedStory[] {
  return [...RECOMMENDATION_KEYS, ...LETTER_KEYS].flatMap((key) =>
    // Numbers are given in the order of making, and stories are written in that order.
    stories[key].map((story, index) => ({
      key,
      reference: `${key}.A${index + 1}`,
      story,
      made: story.made ?? MADE,
    })),
  );
}

/** The events of every action of the plan, to be played in the order of their days. */
export function actionEvents(play: Play, stories: readonly PlayedStory[]): StoryEvent[] {
  return stories.flatMap(({ key, reference, story, made }) => {
    const steps = (story.steps ?? []).map((step) => ({
      ago: step.at,
      rank: step.does === 'CLOSE' ? RANK.close : RANK.step,
      play: (moment: Moment) => takeStep(play, reference, story, step, moment),
    }));
    return [
      {
        ago: made,
        rank: RANK.action,
        play: (moment: Moment) => makeAction(play, key, reference, story, moment),
      },
      ...steps,
    ];
  });
}

async function makeAction(
  play: Play,
  key: AnyRecommendationKey,
  reference: string,
  story: ActionStory,
  moment: Moment,
): Promise<void> {
  const { company, stage } = play;
  const { owner, post, partner, team } = story;
  const made = await actAs(stage, company, 'lead', moment).actions.create({
    recommendationId: play.plan.recommendationIds[key],
    title: story.title,
    detail: story.detail ?? '',
    successMeasure: story.success ?? '',
    priority: story.priority ?? 'MEDIUM',
    teamId: team === null ? null : company.teamIds[team],
    ownerPostId: post ? company.postIds[post] : null,
    ownerUserId: (owner && company.userIds.get(owner)) ?? null,
    partnerTeamId: partner ? company.teamIds[partner] : null,
    supportingTeamIds: (story.supports ?? []).map((supporting) => company.teamIds[supporting]),
    startDate: story.start === undefined ? null : stage.time.fromToday(story.start),
    dueDate: story.due === undefined ? null : stage.time.fromToday(story.due),
    idempotencyKey: `sample-action-${reference}`,
  });
  if (made.reference !== reference) {
    throw new Error(`“${story.title}” became ${made.reference}; its story is written as ${reference}.`);
  }
  play.actions.set(reference, { id: made.id, version: made.version, lastUpdateId: null });
}

export function actionOf(play: Play, reference: string): Made {
  const action = play.actions.get(reference);
  if (!action) throw new Error(`${reference} is spoken of before it is made.`);
  return action;
}

async function takeStep(
  play: Play,
  reference: string,
  story: ActionStory,
  step: Step,
  moment: Moment,
): Promise<void> {
  const { stage, company } = play;
  const action = actionOf(play, reference);
  const by = step.by === 'OWNER' ? ownerOf(reference, story) : step.by;
  const { actions } = actAs(stage, company, by, moment);
  const at = { actionId: action.id, version: action.version };
  switch (step.does) {
    case 'UPDATE':
      return postUpdate(play, reference, by, step, moment);
    case 'MOVE': {
      const dueDate = stage.time.fromToday(step.due);
      action.version = (await actions.changeDueDate({ ...at, dueDate, reason: step.reason })).version;
      return;
    }
    case 'ASSIGN': {
      const { team, partner, supports = [] } = story;
      const wanted = {
        teamId: team === null ? null : company.teamIds[team],
        ownerPostId: step.post ? company.postIds[step.post] : null,
        ownerUserId: (step.person && company.userIds.get(step.person)) ?? null,
        partnerTeamId: partner ? company.teamIds[partner] : null,
        supportingTeamIds: supports.map((key) => company.teamIds[key]),
      };
      action.version = (await actions.assign({ ...at, ...wanted, reason: step.reason })).version;
      return;
    }
    case 'STATUS': {
      const { status, reason } = step;
      action.version = (await actions.changeStatus({ ...at, status, reason })).version;
      return;
    }
    case 'CLOSE':
      action.version = (await actions.close({ ...at, reason: step.reason })).version;
  }
}

function ownerOf(reference: string, story: ActionStory): AccountKey {
  if (!story.owner) throw new Error(`${reference} has no owner who could act.`);
  return story.owner;
}

async function postUpdate(
  play: Play,
  reference: string,
  by: AccountKey,
  step: Extract<Step, { does: 'UPDATE' }>,
  moment: Moment,
): Promise<void> {
  const action = actionOf(play, reference);
  const { words, mark } = step;
  const written = await actAs(play.stage, play.company, by, moment).updates.create({
    actionId: action.id,
    version: action.version,
    whatHappened: words.what,
    difference: words.change ?? '',
    inTheWay: words.block ?? '',
    next: words.next ?? '',
    rag: step.rag,
    ragReason: words.why ?? '',
    percentComplete: step.percent,
    correctsId: mark === 'CORRECTS' ? action.lastUpdateId : null,
    idempotencyKey: `sample-update-${reference}-${step.at}`,
  });
  action.version = written.action.version;
  action.lastUpdateId = written.update.id;
  if (mark === 'DESTROYED') await destroyUpdate(play, written.update.id, moment);
}

/** Two people, a reason: what a plan looks like after a child was named in it. */
async function destroyUpdate(play: Play, entityId: string, moment: Moment): Promise<void> {
  const { stage, company } = play;
  const asked = { ...moment, minute: moment.minute + 2 };
  const { redactionId } = await actAs(stage, company, 'lead', asked).redactions.request({
    entity: 'PROGRESS_UPDATE',
    entityId,
    reason: 'The update names a child. Names of children do not belong in the plan.',
    idempotencyKey: `sample-redaction-${entityId}`,
  });
  await actAs(stage, company, 'quality', { ...moment, minute: moment.minute + 4 }).redactions.decide({
    redactionId,
    version: 1,
    approve: true,
    note: 'Read together with the programme lead; nothing else names the child.',
  });
}
