import type { IsoDate } from '@gt/contracts/words';
import { countOf, timesWords } from '../wording/index.ts';
import { calculateRag, type RagInput, type RagReasonCode, type RagThresholds } from './calculate-rag.ts';

/** One part of the rule in words, with what fired; `fired` is empty when it did not. */
export type RagPart = { code: RagReasonCode; rag: 'RED' | 'AMBER'; rule: string; fired: string[] };

/**
 * Every part of the rule in its order, with the plan's own days and counts in it.
 * Example: `{milestoneLateDays: 14, …}` gives "A milestone is more than 14 days late" for Red.
 */
export function ragRule(thresholds: RagThresholds): Omit<RagPart, 'fired'>[] {
  const days = (count: number) => countOf(count, 'day');
  const often = Math.max(1, thresholds.timesMoved);
  return [
    { code: 'PAST_DUE', rag: 'RED', rule: 'It is past its due date' },
    {
      code: 'MILESTONE_LATE',
      rag: 'RED',
      rule: `A milestone is more than ${days(thresholds.milestoneLateDays)} late`,
    },
    {
      code: 'PAST_ORIGINAL_DUE',
      rag: 'AMBER',
      rule: 'It is past its original date, and the date has moved',
    },
    {
      code: 'MOVED_OFTEN',
      rag: 'AMBER',
      rule: `The due date has moved ${timesWords(often)} or more`,
    },
    {
      code: 'DUE_SOON_MILESTONE_OPEN',
      rag: 'AMBER',
      rule: `It is due within ${days(thresholds.dueSoonDays)} with a milestone still open`,
    },
    { code: 'SILENT', rag: 'AMBER', rule: `No update for more than ${days(thresholds.silentDays)}` },
    { code: 'PREDECESSOR_LATE', rag: 'AMBER', rule: 'It waits for an action that is late' },
    {
      code: 'MEASURE_MOVING_AWAY',
      rag: 'AMBER',
      rule: 'A linked measure is moving away from its target',
    },
  ];
}

/**
 * How a calculated colour comes about: every part of the rule, those that fired and those that did not. A closed or
 * cancelled action is not asked, so it has no parts.
 */
export function explainRag(input: RagInput, thresholds: RagThresholds, today: IsoDate): RagPart[] {
  if (input.status === 'CLOSED' || input.status === 'CANCELLED') return [];
  const { reasons } = calculateRag(input, thresholds, today);
  return ragRule(thresholds).map((part) => ({
    ...part,
    fired: reasons.filter((reason) => reason.code === part.code).map((reason) => reason.sentence),
  }));
}
