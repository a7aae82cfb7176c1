import { READINESS_GROUP_LABELS, READINESS_GROUPS, type ReadinessGroup } from '@gt/contracts/words';

/** "3 missing, 1 not verified"; "Ready" for none. */
export function gapCounts(items: readonly { group: ReadinessGroup }[]): string {
  const parts = READINESS_GROUPS.flatMap((group) => {
    const count = items.filter((item) => item.group === group).length;
    return count > 0 ? [`${count} ${READINESS_GROUP_LABELS[group].toLowerCase()}`] : [];
  });
  return parts.length > 0 ? parts.join(', ') : 'Ready';
}
