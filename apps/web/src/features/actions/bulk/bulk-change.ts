import type { DeliveryStatus, IsoDate, Priority } from '@gt/contracts/words';
import { checkReason } from '@gt/domain/wording';
import type { BulkChange } from '../../assignments/public.tsx';

/** What the bar changes with this form; assigning has a dialog of its own. */
export type BulkKind = Exclude<BulkChange['kind'], 'ASSIGN'>;

/** Closing is a verifier's own act and reopening a decision of its own: neither is done to many at once. */
export const BULK_STATUSES = ['NOT_STARTED', 'IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK', 'CANCELLED'] as const;

/** What the form of a bulk change holds. */
export type BulkValues = {
  mode: 'date' | 'days';
  dueDate: IsoDate | null;
  days: number | string;
  status: DeliveryStatus | null;
  priority: Priority | null;
  marked: boolean;
  reason: string;
};
export const NOTHING_YET: BulkValues = {
  mode: 'date',
  dueDate: null,
  days: '',
  status: null,
  priority: null,
  marked: true,
  reason: '',
};

type Found = { field: string; message: string }[];

/** What is to be sent, or what is still missing. */
export function bulkChangeOf(kind: BulkKind, values: BulkValues): { change: BulkChange } | { found: Found } {
  const { dueDate, days, mode, status, priority, marked, reason } = values;
  const missing = (field: string, message: string) => ({ found: [{ field, message }] });
  if (kind === 'PRIORITY') {
    return priority ? { change: { kind, priority } } : missing('priority', 'Choose a priority');
  }
  if (kind === 'REVIEW_MARK') return { change: { kind, marked } };
  if (kind === 'STATUS') {
    if (!status) return missing('status', 'Choose a status');
    const found = status === 'CANCELLED' ? checkReason('reason', reason, 'Enter why they are cancelled') : [];
    return found.length > 0 ? { found } : { change: { kind, status, reason } };
  }
  const found: Found = checkReason('reason', reason, 'Enter why the dates move');
  if (mode === 'date') {
    if (!dueDate) return { found: [{ field: 'dueDate', message: 'Enter the new due date' }, ...found] };
    return found.length > 0 ? { found } : { change: { kind, dueDate, reason } };
  }
  const shiftDays = Number(days);
  if (!Number.isInteger(shiftDays) || shiftDays === 0 || Math.abs(shiftDays) > 3650) {
    return {
      found: [
        { field: 'days', message: 'Enter by how many days, such as 14, or −7 for a week earlier' },
        ...found,
      ],
    };
  }
  return found.length > 0 ? { found } : { change: { kind, shiftDays, reason } };
}
