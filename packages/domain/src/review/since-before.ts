import type { DeliveryStatus, IsoDate, Rag } from '@gt/contracts/words';
import { DELIVERY_STATUS_LABELS, formatDate, RAG_LABELS } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { colourMoved } from '../rag/index.ts';
import { countOf } from '../wording/index.ts';

/** How an action stands at one moment, as far as a meeting compares it. */
export type Standing = {
  rag: Rag;
  calculatedRag: Rag;
  status: DeliveryStatus;
  dueDate: IsoDate | null;
  percentComplete: number;
  milestonesDone: number;
  acceptedEvidence: number;
};

/**
 * What moved between two moments, a sentence each, the most telling first: the colour, the date, the status, then
 * work and proof. Nothing of what stayed.
 * Example: amber to red with the date moved by a month gives "Worse: from At risk to Off track" and "Due date moved
 * from 12 March 2026 to 12 April 2026, 31 days later".
 */
export function sinceBefore(before: Standing, now: Standing): string[] {
  const found: string[] = [];
  if (before.rag !== now.rag) found.push(colourWords(before.rag, now.rag));
  if (before.dueDate !== now.dueDate) found.push(dateMoved(before.dueDate, now.dueDate));
  if (before.status !== now.status) {
    const [was, is] = [DELIVERY_STATUS_LABELS[before.status], DELIVERY_STATUS_LABELS[now.status]];
    found.push(`Status changed from ${was} to ${is}`);
  }
  if (before.rag === now.rag && before.calculatedRag !== now.calculatedRag) {
    const [was, is] = [RAG_LABELS[before.calculatedRag], RAG_LABELS[now.calculatedRag]];
    found.push(`Calculated rating changed from ${was} to ${is}`);
  }
  if (before.percentComplete !== now.percentComplete) {
    found.push(`${before.percentComplete} % complete before, ${now.percentComplete} % now`);
  }
  const milestones = now.milestonesDone - before.milestonesDone;
  if (milestones > 0) found.push(`${countOf(milestones, 'milestone')} reached`);
  const accepted = now.acceptedEvidence - before.acceptedEvidence;
  if (accepted > 0) found.push(`${countOf(accepted, 'item')} of evidence accepted`);
  if (accepted < 0) found.push(`${countOf(-accepted, 'accepted item')} of evidence fewer`);
  return found;
}

/** "Not rated" is neither better nor worse. */
function colourWords(was: Rag, is: Rag): string {
  const fromTo = `from ${RAG_LABELS[was]} to ${RAG_LABELS[is]}`;
  if (was === 'NONE') return `Now ${RAG_LABELS[is]}, before not rated`;
  if (is === 'NONE') return `No longer rated, before ${RAG_LABELS[was]}`;
  return colourMoved(was, is) === 'WORSE' ? `Worse: ${fromTo}` : `Better: ${fromTo}`;
}

function dateMoved(was: IsoDate | null, is: IsoDate | null): string {
  if (was === null) return is === null ? '' : `Due date set to ${formatDate(is)}`;
  if (is === null) return `Due date of ${formatDate(was)} taken away`;
  const days = daysBetween(was, is);
  const by = `${countOf(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
  return `Due date moved from ${formatDate(was)} to ${formatDate(is)}, ${by}`;
}
