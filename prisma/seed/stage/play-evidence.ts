import { writePaper } from '../documents/write-paper.ts';
import type { EvidenceStep, EvidenceStory } from '../northmoor/evidence-story.ts';
import { actAs, uploadAs } from './company.ts';
import { actionOf, type Play } from './play-actions.ts';
import type { Moment } from './stage.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** An item of evidence once it exists. */
type Made = { id: string; version: number; versionNumber: number };

/** The events of every item of evidence: its upload as a file, and what the verifier or the uploader does then. */
export function evidenceEvents(play: Play, stories: readonly EvidenceStory[]): StoryEvent[] {
  return stories.flatMap((story) => {
    const made: Partial<Made> = {};
    const upload = {
      ago: story.at,
      rank: RANK.evidence,
      play: async (moment: Moment) => Object.assign(made, await uploadStory(play, story, moment)),
    };
    const steps = (story.steps ?? []).map((step) => ({
      ago: step.at,
      rank: step.does === 'NEW_VERSION' ? RANK.evidence : RANK.check,
      play: async (moment: Moment) => Object.assign(made, await takeStep(play, story, made, step, moment)),
    }));
    return [upload, ...steps];
  });
}

async function uploadStory(play: Play, story: EvidenceStory, moment: Moment): Promise<Made> {
  const { stage, company, plan } = play;
  const [from, to] = story.period ?? [null, null];
  const details = {
    planId: plan.planId,
    actionIds: story.on.map((reference) => actionOf(play, reference).id),
    recommendationIds: [],
    title: story.title,
    kind: story.kind,
    shows: story.shows,
    showsImpact: story.impact !== undefined,
    difference: story.impact ?? '',
    periodFrom: from === null ? null : stage.time.workingDaysAgo(from),
    periodTo: to === null ? null : stage.time.workingDaysAgo(to),
    source: story.source,
    authorPost: story.author ?? '',
    sensitivity: story.sensitive ? 'OFFICIAL_SENSITIVE' : 'OFFICIAL',
  };
  const answer = (await uploadAs(stage, company, story.by, moment, {
    path: '/files/evidence',
    fileName: story.paper.name,
    bytes: await writePaper(story.paper, stage.ctxAs(null, moment).now),
    headers: {
      'x-evidence': encodeURIComponent(JSON.stringify(details)),
      'x-idempotency-key': `sample-evidence-${story.paper.name}`.slice(0, 80),
    },
  })) as { evidenceId: string };
  return { id: answer.evidenceId, version: 1, versionNumber: 1 };
}

async function takeStep(
  play: Play,
  story: EvidenceStory,
  made: Partial<Made>,
  step: EvidenceStep,
  moment: Moment,
): Promise<Partial<Made>> {
  const { stage, company } = play;
  const { id, version, versionNumber } = made;
  if (!id || !version || !versionNumber)
    throw new Error(`“${story.title}” is checked before it is uploaded.`);
  const at = { evidenceId: id, version };
  switch (step.does) {
    case 'ACCEPT':
    case 'RETURN': {
      const checked = await actAs(stage, company, 'quality', moment).evidence.check({
        ...at,
        versionNumber,
        decision: step.does === 'ACCEPT' ? 'ACCEPTED' : 'RETURNED',
        reason: step.does === 'RETURN' ? step.reason : '',
      });
      return { version: checked.version };
    }
    case 'WITHDRAW': {
      const { evidence } = actAs(stage, company, story.by, moment);
      return { version: (await evidence.withdraw({ ...at, reason: step.reason })).version };
    }
    case 'NEW_VERSION':
      await uploadAs(stage, company, story.by, moment, {
        path: '/files/evidence/:evidenceId/versions',
        params: { evidenceId: id },
        fileName: step.paper.name,
        bytes: await writePaper(step.paper, stage.ctxAs(null, moment).now),
        headers: {
          'x-version': String(version),
          'x-idempotency-key': `sample-version-${step.paper.name}`.slice(0, 80),
        },
      });
      return { version: version + 1, versionNumber: versionNumber + 1 };
  }
}
