import { DUE_DATE_REQUEST_STATE_LABELS, formatDate } from '@gt/contracts/words';
import { useQuery } from '@tanstack/react-query';
import { dayInWords } from '../../lib/instants.ts';
import { actionPlanningQuery } from './queries.ts';

/** Dates that were asked for and did not come to be, for the ledger: who asked, why, and the answer. */
export function AskedBefore({ actionId }: { actionId: string }) {
  const { data } = useQuery(actionPlanningQuery(actionId));
  const others = data?.requests.filter(({ state }) => state === 'REFUSED' || state === 'WITHDRAWN') ?? [];
  if (others.length === 0) return null;
  return (
    <>
      <p>Asked for, and not moved:</p>
      <ul>
        {others.map((request) => (
          <li key={request.id}>
            {formatDate(request.toDate)}, {request.requestedBy.name}, {dayInWords(request.requestedAt)}.{' '}
            {request.redactedAt ? 'The words were destroyed.' : request.reason}{' '}
            {DUE_DATE_REQUEST_STATE_LABELS[request.state]}
            {request.state === 'REFUSED' && request.decidedBy ? ` by ${request.decidedBy}` : ''}
            {request.decisionNote ? `: ${request.decisionNote}` : '.'}
          </li>
        ))}
      </ul>
    </>
  );
}
