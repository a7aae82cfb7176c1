import { formatDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { sizeInWords } from '@gt/ui';
import type { PackRow, Readiness } from './queries.ts';

type Progress = Pick<PackRow, 'state' | 'stage' | 'stageDone' | 'stageTotal' | 'cancelRequestedAt'>;

/** Where each stage lies on the bar: copying files is nearly all of the work. */
const STAGES: Record<PackRow['stage'], { from: number; to: number; words: string }> = {
  '': { from: 0, to: 0, words: 'Waiting to start' },
  seal: { from: 0, to: 0.04, words: 'Step 1 of 5: sealing the history' },
  files: { from: 0.04, to: 0.86, words: 'Step 2 of 5: copying evidence files' },
  summary: { from: 0.86, to: 0.92, words: 'Step 3 of 5: writing the summary' },
  workbook: { from: 0.92, to: 0.97, words: 'Step 4 of 5: writing the workbook' },
  manifest: { from: 0.97, to: 1, words: 'Step 5 of 5: writing the manifest and checksums' },
};
const KIB = 1024;

/** How far a pack is: the share of the whole bar (null while it waits), and the stage in words. */
export function packProgress(pack: Progress): { share: number | null; stage: string } {
  if (pack.cancelRequestedAt) return { share: null, stage: 'Cancelling' };
  const { stage, stageDone, stageTotal } = pack;
  if (pack.state === 'QUEUED' || stage === '') return { share: null, stage: STAGES[''].words };
  const { from, to, words } = STAGES[stage];
  const part = stageTotal > 0 ? Math.min(1, stageDone / stageTotal) : 0;
  const share = from + (to - from) * part;
  if (stage !== 'files' || stageTotal === 0) return { share, stage: words };
  const sizes = `${sizeInWords(stageDone * KIB)} of ${sizeInWords(stageTotal * KIB)}`;
  return { share, stage: `${words}, ${sizes}` };
}

/** "A pack built now holds 6 recommendations, 40 actions, 96 updates and 14 of 20 items of evidence (3.2 MB)." */
export function scopeSentence({ scope }: Pick<Readiness, 'scope'>): string {
  const { recommendations, actions, updates, evidenceInScope, evidenceIncluded, bytes } = scope;
  const evidence =
    evidenceInScope === 0
      ? 'no evidence'
      : `${evidenceIncluded} of ${countOf(evidenceInScope, 'item')} of evidence`;
  const size = bytes > 0 ? ` (${sizeInWords(bytes)})` : '';
  const counts = [
    countOf(recommendations, 'recommendation'),
    countOf(actions, 'action'),
    countOf(updates, 'update'),
  ].join(', ');
  return `A pack built now holds ${counts} and ${evidence}${size}.`;
}

/** "Whole plan"; "R1, R3". */
export function packScopeWords({ references }: Pick<PackRow, 'references'>): string {
  return references.length === 0 ? 'Whole plan' : references.join(', ');
}

/** "Now", "up to 28 February 2026", "as review 7 was frozen": which day a pack tells of. */
export function packDayWords({ cutOff, reviewNumber }: Pick<PackRow, 'cutOff' | 'reviewNumber'>): string {
  if (reviewNumber !== null) return `As review ${reviewNumber} was frozen`;
  return cutOff === null ? 'The plan as it was when asked for' : `Up to ${formatDate(cutOff)}`;
}

/** Said when the newest pack changes its state. */
export function announcement(pack: Pick<PackRow, 'number' | 'state'> | undefined): string {
  if (!pack) return '';
  const words: Record<PackRow['state'], string> = {
    QUEUED: 'is waiting to start',
    BUILDING: 'is being built',
    READY: 'is ready',
    FAILED: 'could not be built',
    CANCELLED: 'was cancelled',
  };
  return `Pack ${pack.number} ${words[pack.state]}.`;
}
