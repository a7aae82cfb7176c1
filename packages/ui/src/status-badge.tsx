import { DELIVERY_STATUS_LABELS, type DeliveryStatus } from '@gt/contracts/words';
import classes from './status-badge.module.css';

/** The short words of the two long statuses, for tables. */
const SHORT: Partial<Record<DeliveryStatus, string>> = {
  AWAITING_EVIDENCE_CHECK: 'Awaiting check',
  CLOSED: 'Closed',
};

/** A delivery status in words. It carries no colour of its own: colour belongs to the RAG. */
export function StatusBadge({ status, compact = false }: { status: DeliveryStatus; compact?: boolean }) {
  const full = DELIVERY_STATUS_LABELS[status];
  const words = compact ? (SHORT[status] ?? full) : full;
  return (
    <span className={classes.root} data-status={status} title={words === full ? undefined : full}>
      {words}
    </span>
  );
}
