import { CONFIRMED, EARLIER_INSPECTION, EARLIER_ITEMS } from '../northmoor/history.ts';
import { actAs } from './company.ts';
import type { Play } from './play-actions.ts';
import { RANK, type StoryEvent } from './timeline.ts';

/** Working days ago on which somebody typed the old report in. */
const BROUGHT_IN = 40;

/** The inspection before, kept as history; one of its recommendations is confirmed as said again, with what was done then. */
export function historyEvents({ stage, company, plan }: Play): StoryEvent[] {
  const { planId, recommendationIds } = plan;
  return [
    {
      ago: BROUGHT_IN,
      rank: RANK.people,
      play: async (moment) => {
        const caller = actAs(stage, company, 'lead', moment);
        const { earlierInspectionId } = await caller.lineage.addInspection({
          planId,
          importId: null,
          inspection: { ...EARLIER_INSPECTION, judgements: [...EARLIER_INSPECTION.judgements] },
          recommendations: EARLIER_ITEMS.map((item) => ({ ...item, leadIn: null })),
          idempotencyKey: 'sample-earlier-inspection',
        });
        const { id, version } = await stage.db.earlierRecommendation.findFirstOrThrow({
          where: { earlierInspectionId, number: CONFIRMED.item },
          select: { id: true, version: true },
        });
        const words = EARLIER_ITEMS[CONFIRMED.item - 1];
        if (!words) throw new Error('The earlier item that is said again is not in the list.');
        const { whatWasDone, closedOn, note } = CONFIRMED;
        await caller.lineage.editItem({
          earlierId: id,
          ...words,
          leadIn: null,
          whatWasDone,
          closedOn,
          version,
        });
        await caller.lineage.decide({
          recommendationId: recommendationIds[CONFIRMED.recommendation],
          earlier: { source: 'EARLIER', id },
          state: 'CONFIRMED',
          note,
          version: null,
          idempotencyKey: 'sample-lineage-R3',
        });
      },
    },
  ];
}
