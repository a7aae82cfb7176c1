import { formatDate, type IsoDate } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import { straightLine } from '@gt/domain/measure';
import type { MeasureStory } from '../northmoor/measures.ts';
import { actAs } from './company.ts';
import { actionOf, type Play } from './play-actions.ts';
import type { Moment } from './stage.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** Working days ago on which measures are set up, and their figures until then pasted. */
const SET_UP = 38;
const PASTED = 37;
const LINKED = 36;
/** Working days ago on which the figures that came since are entered, and the wrong one is put right. */
const SECOND_NEWEST = 19;
const CORRECTED = 12;
const NEWEST = 3;
/** A figure comes in so many days after the end of its period, at the earliest. */
const AFTER_DAYS = 12;

type Figure = { date: IsoDate; value: number; comment: string };
type Known = { id: string; figures: readonly Figure[] };

/** The events of every measure: set up, filled from a spreadsheet, then a figure at a time. */
export function measureEvents(play: Play, stories: readonly MeasureStory[]): StoryEvent[] {
  return stories.flatMap((story, index) => {
    const known: Known = { id: '', figures: figuresOf(story, play.stage.time.today) };
    const at = (ago: number, run: (moment: Moment) => Promise<unknown>): StoryEvent => ({
      ago,
      rank: RANK.evidence,
      play: run,
    });
    const late = story.missing ?? 0;
    return [
      at(SET_UP, async (moment) => {
        known.id = await setUp(play, story, known, index, moment);
      }),
      at(PASTED, (moment) => paste(play, story, known, moment)),
      at(LINKED, (moment) => link(play, story, known, moment)),
      at(LINKED, (moment) => enrich(play, story, known, moment)),
      ...(late > 1 ? [] : [at(SECOND_NEWEST, (moment) => enter(play, story, known, { moment, last: 1 }))]),
      ...(story.corrected ? [at(CORRECTED, (moment) => correct(play, story, known, moment))] : []),
      ...(late > 0 ? [] : [at(NEWEST, (moment) => enter(play, story, known, { moment, last: 0 }))]),
      ...(story.remark ? [at(NEWEST, (moment) => remark(play, story, known, moment))] : []),
    ];
  });
}

/** The last day of the month so many months before the one in which `day` lies. */
function monthEnd(day: IsoDate, months: number): IsoDate {
  const first = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months + 1;
  const month = String((first % 12) + 1).padStart(2, '0');
  return addDays(`${Math.floor(first / 12)}-${month}-01` as IsoDate, -1);
}

/** Ends of periods, newest last: months, or the quarters of the financial year. */
function figuresOf(story: MeasureStory, today: IsoDate): Figure[] {
  const settled = addDays(today, -AFTER_DAYS);
  const step = story.frequency === 'MONTHLY' ? 1 : 3;
  // Before the first of these the newest period has not ended, or its figure is not in.
  let newest = 1;
  const isQuarter = (date: IsoDate) => Number(date.slice(5, 7)) % 3 === 0;
  while (monthEnd(today, newest) > settled || (step === 3 && !isQuarter(monthEnd(today, newest))))
    newest += 1;
  const count = story.values.length;
  return story.values.map((value, index) => {
    const before = count - 1 - index;
    const date = monthEnd(today, newest + (before + (story.missing ?? 0)) * step);
    return { date, value, comment: story.comments?.[before] ?? '' };
  });
}

async function setUp(play: Play, story: MeasureStory, known: Known, index: number, moment: Moment) {
  const [first] = known.figures;
  const last = known.figures.at(-1);
  if (!first || !last) throw new Error(`“${story.name}” has no figure.`);
  const made = await actAs(play.stage, play.company, 'lead', moment).measures.create({
    recommendationId: play.plan.recommendationIds[story.under],
    name: story.name,
    definition: story.definition,
    unit: story.unit,
    direction: story.direction,
    frequency: story.frequency,
    baseline: first.value,
    baselineDate: first.date,
    target: story.target,
    targetDate: monthEnd(last.date, -12),
    ownerPostId: play.company.postIds[story.post],
    idempotencyKey: `sample-measure-${index + 1}`,
  });
  return made.id;
}

/** What the spreadsheet held on that day; the wrong figure among them. */
async function paste(play: Play, story: MeasureStory, { id, figures }: Known, moment: Moment): Promise<void> {
  const day = play.stage.dayOf(moment);
  const rows = figures
    .filter(({ date }) => date <= day)
    .map((figure) => ({ ...figure, value: wrongOf(story, figures, figure) ?? figure.value }));
  await actAs(play.stage, play.company, story.before, moment).measures.pastePoints({
    measureId: id,
    text: rows.map(({ date, value, comment }) => `${formatDate(date)}\t${value}\t${comment}`).join('\n'),
    expected: { add: rows.length, correct: 0 },
    idempotencyKey: `sample-figures-${id}`,
  });
}

function wrongOf({ corrected }: MeasureStory, figures: readonly Figure[], figure: Figure): number | null {
  if (!corrected || figures[figures.length - 1 - corrected.before] !== figure) return null;
  return corrected.wrong;
}

async function link(play: Play, story: MeasureStory, { id }: Known, moment: Moment): Promise<void> {
  const lead = actAs(play.stage, play.company, 'lead', moment);
  for (const reference of story.moves) {
    await lead.measures.linkAction({ measureId: id, actionId: actionOf(play, reference).id });
  }
}

/** What makes a measure tell more: the planned way, a step of its control chart, and what else it shows. */
async function enrich(
  play: Play,
  story: MeasureStory,
  { id, figures }: Known,
  moment: Moment,
): Promise<void> {
  const lead = actAs(play.stage, play.company, 'lead', moment);
  const { isPlanned, step, alsoShows = [] } = story;
  if (isPlanned) {
    const measure = await lead.measures.get({ measureId: id });
    const planned = straightLine(measure) ?? [];
    await lead.measures.planTrajectory({ measureId: id, version: measure.version, planned });
  }
  const first = step && figures.at(-1 - step.before);
  if (step && first) {
    const idempotencyKey = `sample-step-${id}`;
    await lead.measures.addStep({ measureId: id, date: first.date, reason: step.why, idempotencyKey });
  }
  for (const key of alsoShows) {
    await lead.measures.serve({ measureId: id, recommendationId: play.plan.recommendationIds[key] });
  }
}

async function remark(play: Play, { remark: said }: MeasureStory, { id, figures }: Known, moment: Moment) {
  const figure = said && figures.at(-1 - said.before);
  if (!said || !figure) return;
  const verifier = actAs(play.stage, play.company, 'quality', moment);
  const idempotencyKey = `sample-remark-${id}`;
  await verifier.measures.comment({ measureId: id, date: figure.date, body: said.body, idempotencyKey });
}

/** Enters the newest figure, or the one before it, unless it stood in the spreadsheet already. */
async function enter(
  play: Play,
  story: MeasureStory,
  { id, figures }: Known,
  { moment, last }: { moment: Moment; last: 0 | 1 },
): Promise<void> {
  const figure = figures.at(-1 - last);
  const pastedOn = play.stage.dayOf({ ...moment, ago: PASTED });
  if (!figure || figure.date <= pastedOn) return;
  const { date, value, comment } = figure;
  const owner = actAs(play.stage, play.company, story.now, moment);
  await owner.measures.addPoint({
    measureId: id,
    date,
    value,
    comment,
    idempotencyKey: `sample-figure-${id}-${date}`,
  });
}

async function correct(
  play: Play,
  story: MeasureStory,
  { id, figures }: Known,
  moment: Moment,
): Promise<void> {
  const { corrected } = story;
  const figure = corrected && figures.at(-1 - corrected.before);
  if (!corrected || !figure) return;
  const owner = actAs(play.stage, play.company, story.now, moment);
  const { points } = await owner.measures.get({ measureId: id });
  const wrong = points.find(({ date }) => date === figure.date);
  if (!wrong) throw new Error(`“${story.name}” has no figure of ${figure.date} to correct.`);
  await owner.measures.correctPoint({
    pointId: wrong.id,
    date: figure.date,
    value: figure.value,
    comment: corrected.why,
    idempotencyKey: `sample-correction-${id}`,
  });
}
