import {
  formatDate,
  type IsoDate,
  type PackDateRevision,
  type PackRag,
  type PackRecommendation,
  RAG_LABELS,
  RAG_LETTERS,
  type Rag,
} from '@gt/contracts/words';
import { countOf, listWords } from '@gt/domain/wording';

/** "12 March 2026", or what to say when there is none. */
export function dateWords(date: IsoDate | string | null, none = 'Not set'): string {
  return date ? formatDate(date) : none;
}

/** "12 March 2026 at 09:30", in Europe/London. */
export function instantWords(instant: string): string {
  const at = new Date(instant);
  const day = at.toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  const time = at.toLocaleTimeString('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${formatDate(day)} at ${time}`;
}

export function periodWords(from: IsoDate | null, to: IsoDate | null): string {
  if (from && to) return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
  if (from) return `From ${formatDate(from)}`;
  return to ? `To ${formatDate(to)}` : 'Not stated';
}

/** "R off track": letter and word, since colour alone says nothing to many. */
export function ragWords(rag: Rag): string {
  return rag === 'NONE' ? RAG_LABELS.NONE : `${RAG_LETTERS[rag]} ${RAG_LABELS[rag].toLowerCase()}`;
}

/** Whether declared and calculated differ, which the reader must be told with the reason. */
export function ragDiffers({ declared, calculated }: PackRag): boolean {
  return declared !== 'NONE' && calculated !== 'NONE' && declared !== calculated;
}

/** "Page 3, paragraphs 40 and 41". */
export function sourceWords({ pages, paragraphs }: PackRecommendation): string {
  const parts = [
    pages.length > 0 ? `page${pages.length > 1 ? 's' : ''} ${listWords(pages.map(String))}` : '',
    paragraphs.length > 0 ? `paragraph${paragraphs.length > 1 ? 's' : ''} ${listWords(paragraphs)}` : '',
  ].filter((part) => part !== '');
  const text = parts.join(', ');
  return text === '' ? 'Page not recorded' : text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Moved from 31 January 2026 to 12 March 2026 on 5 January 2026, agreed by Board: staffing". */
export function revisionWords({ from, to, on, by, reason }: PackDateRevision): string {
  return `Moved from ${dateWords(from)} to ${dateWords(to)} on ${formatDate(on)}, agreed by ${by}: ${reason}`;
}

/** Bytes as people read them: "1.5 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return countOf(bytes, 'byte');
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), 4);
  return `${(bytes / 1024 ** power).toFixed(1).replace(/\.0$/, '')} ${['', 'KB', 'MB', 'GB', 'TB'][power]}`;
}
