import { formatDate, type PackSignOff, SUSTAIN_STATE_LABELS } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { CLOSING_QUESTIONS } from '@gt/domain/recommendation';
import { londonDate, toIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import type { PackPeople } from './pack-people.ts';

const SELECT = {
  recommendationId: true,
  done: true,
  practice: true,
  consistent: true,
  difference: true,
  closedById: true,
  closedAt: true,
  checks: {
    orderBy: { months: 'asc' },
    select: { months: true, dueDate: true, state: true, checkedAt: true, redactedAt: true },
  },
} as const;

/** The closings that stand, by recommendation, as rows. One statement; a destroyed one has nothing to tell. */
export function loadClosings(tx: Tx, _scope: Scope, recommendationIds: readonly string[]) {
  return tx.recommendationClosure.findMany({
    where: { recommendationId: { in: [...recommendationIds] }, reopenedAt: null, redactedAt: null },
    orderBy: { closedAt: 'asc' },
    select: SELECT,
  });
}

type Closing = Awaited<ReturnType<typeof loadClosings>>[number];

/** How each was signed off, in words. */
export function signOffsOf(rows: readonly Closing[], people: PackPeople): Map<string, PackSignOff> {
  return new Map(
    rows.map((row) => {
      const on = londonDate(row.closedAt);
      const answers = CLOSING_QUESTIONS.map(({ key, question }) => ({ question, answer: row[key] }));
      const checks = row.checks.map(checkWords);
      return [row.recommendationId, { on, by: people.nameOf(row.closedById, on), answers, checks }];
    }),
  );
}

function checkWords({ months, dueDate, state, checkedAt }: Closing['checks'][number]): string {
  if (state === 'WAITING' || checkedAt === null) {
    return `To be looked at after ${months} months, by ${formatDate(toIsoDate(dueDate))}.`;
  }
  return `Looked at after ${months} months, on ${formatDate(londonDate(checkedAt))}: ${SUSTAIN_STATE_LABELS[state].toLowerCase()}.`;
}
