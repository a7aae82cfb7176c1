import { DELIVERY_STATUS_LABELS, formatDate, PRIORITY_LABELS, RAG_LABELS } from '@gt/contracts/words';
import type { ActionFilters } from './queries.ts';

const label = (labels: Record<string, string>) => (value: unknown) => labels[String(value)] ?? '';
const words = (value: unknown) => (value === null || value === undefined ? '' : String(value));
const date = (value: unknown) => (value ? formatDate(String(value)) : '');

/** How each field of an action is named and shown where two versions of it are compared. */
export function conflictFields(names: ActionFilters | undefined) {
  const team = (value: unknown) => names?.teams.find((item) => item.id === value)?.name ?? '';
  return {
    title: { name: 'title', label: 'Title', show: words },
    detail: { name: 'detail', label: 'Detail', show: words },
    successMeasure: { name: 'successMeasure', label: 'Success measure', show: words },
    priority: { name: 'priority', label: 'Priority', show: label(PRIORITY_LABELS) },
    startDate: { name: 'startDate', label: 'Start date', show: date },
    dueDate: { name: 'dueDate', label: 'Due date', show: date },
    status: { name: 'status', label: 'Status', show: label(DELIVERY_STATUS_LABELS) },
    declaredRag: { name: 'declaredRag', label: 'Rating', show: label(RAG_LABELS) },
    teamId: { name: 'teamId', label: 'Team', show: team },
    ownerPostId: {
      name: 'ownerPostId',
      label: 'Owner (post)',
      show: (value: unknown) => names?.posts.find((item) => item.id === value)?.title ?? '',
    },
    ownerUserId: {
      name: 'ownerUserId',
      label: 'Owner (person)',
      show: (value: unknown) => names?.people.find((item) => item.id === value)?.name ?? '',
    },
    leadPostId: {
      name: 'leadPostId',
      label: 'Accountable lead',
      show: (value: unknown) => names?.posts.find((item) => item.id === value)?.title ?? '',
    },
    alsoServesIds: {
      name: 'alsoServesIds',
      label: 'Also serves',
      show: (value: unknown) =>
        Array.isArray(value)
          ? value
              .map((id) => {
                const known = names?.recommendations.find((item) => item.id === id);
                return known ? `R${known.number}` : 'one of another plan';
              })
              .join(', ')
          : '',
    },
    partnerTeamId: { name: 'partnerTeamId', label: 'Partner agency', show: team },
    supportingTeamIds: {
      name: 'supportingTeamIds',
      label: 'Supporting teams',
      show: (value: unknown) => (Array.isArray(value) ? value.map(team).join(', ') : ''),
    },
  };
}
