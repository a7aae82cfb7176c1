import { COURTS } from '../northmoor/actions/courts.ts';
import { FOSTERING } from '../northmoor/actions/fostering.ts';
import { LETTER_ACTIONS } from '../northmoor/actions/letter.ts';
import { OUTSIDE_HOME } from '../northmoor/actions/outside-home.ts';
import { PARTNERSHIP } from '../northmoor/actions/partnership.ts';
import { PERMANENCE } from '../northmoor/actions/permanence.ts';
import { VIRTUAL_SCHOOL } from '../northmoor/actions/virtual-school.ts';
import { CARE_EVIDENCE } from '../northmoor/evidence/care.ts';
import { COURT_AND_SCHOOL_EVIDENCE } from '../northmoor/evidence/courts-and-school.ts';
import { LETTER_EVIDENCE } from '../northmoor/evidence/letter.ts';
import { PARTNER_EVIDENCE } from '../northmoor/evidence/partners.ts';
import { MEASURES } from '../northmoor/measures.ts';
import { ACCOUNTS, type AccountFacts, type AccountKey } from '../northmoor/people.ts';
import { addSendPlan, answerFromLargePlan } from '../stage/add-send-plan.ts';
import type { Company } from '../stage/company.ts';
import { addLetter, importReport } from '../stage/import-report.ts';
import { acceptanceEvents } from '../stage/play-acceptance.ts';
import { actionEvents, type Play, playedStories } from '../stage/play-actions.ts';
import { agreementEvents } from '../stage/play-agreements.ts';
import { calendarEvents } from '../stage/play-calendar.ts';
import { commentEvents } from '../stage/play-comments.ts';
import { evidenceEvents } from '../stage/play-evidence.ts';
import { historyEvents } from '../stage/play-history.ts';
import { measureEvents } from '../stage/play-measures.ts';
import { meetingEvents } from '../stage/play-meetings.ts';
import { planningEvents } from '../stage/play-planning.ts';
import { proofEvents } from '../stage/play-proof.ts';
import { reviewEvents } from '../stage/play-reviews.ts';
import { joinCompany, leaveCompany, setUpPeople } from '../stage/set-up-people.ts';
import type { Moment, Stage } from '../stage/stage.ts';
import { playTimeline, RANK, type StoryEvent } from '../stage/timeline.ts';

/**
 * The whole story of the made-up trust: its people, the report and its plan, and eight weeks of work on it, from the
 * day after the report's arrival to yesterday. Nothing in it is left to chance.
 */
export async function northmoor(stage: Stage): Promise<void> {
  const company = await setUpPeople(stage);
  const sendPlanId = await addSendPlan(stage, company);
  const plan = await addLetter(stage, company, await importReport(stage, company));
  const play: Play = { stage, company, plan, actions: new Map() };
  const stories = playedStories({
    R1: PARTNERSHIP,
    R2: FOSTERING,
    R3: PERMANENCE,
    R4: COURTS,
    R5: OUTSIDE_HOME,
    R6: VIRTUAL_SCHOOL,
    ...LETTER_ACTIONS,
  });
  const evidence = [...PARTNER_EVIDENCE, ...CARE_EVIDENCE, ...COURT_AND_SCHOOL_EVIDENCE, ...LETTER_EVIDENCE];
  await playTimeline([
    ...peopleEvents(stage, company),
    ...actionEvents(play, stories),
    ...acceptanceEvents(play, stories),
    ...evidenceEvents(play, evidence),
    ...measureEvents(play, MEASURES),
    ...meetingEvents(play),
    ...calendarEvents(play),
    ...planningEvents(play),
    ...agreementEvents(play),
    ...commentEvents(play),
    ...historyEvents(play),
    ...proofEvents(play),
    ...reviewEvents(play),
  ]);
  await answerFromLargePlan(stage, sendPlanId, plan.planId);
}

/** Those who come or go after the start. */
function peopleEvents(stage: Stage, company: Company): StoryEvent[] {
  return (Object.keys(ACCOUNTS) as AccountKey[]).flatMap((key) => {
    const { joined, left }: AccountFacts = ACCOUNTS[key];
    const rank = RANK.people;
    return [
      ...(joined === undefined
        ? []
        : [{ ago: joined, rank, play: (moment: Moment) => joinCompany(stage, company, key, moment) }]),
      ...(left === undefined
        ? []
        : [{ ago: left, rank, play: (moment: Moment) => leaveCompany(stage, company, key, moment) }]),
    ];
  });
}
