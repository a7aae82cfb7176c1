import { useState } from 'react';
import { noteTyping } from '../../lib/live/say-here.ts';
import { useDraft } from '../../lib/use-draft.ts';
import {
  baseOf,
  type CorrectedUpdate,
  type UpdatableAction,
  untouched,
  type Words,
} from './update-fields.ts';

/**
 * The words of one update, kept as they are typed. While nobody has touched the form it follows the action: what
 * somebody else declares meanwhile is what it begins with. `begun` is what it began with once it is touched.
 */
export function useUpdateWords(action: UpdatableAction, corrects?: CorrectedUpdate) {
  const [initial] = useState(() => untouched(action, corrects));
  const draft = useDraft<Words>(
    corrects ? `correct:${corrects.id}` : `update:${action.id}`,
    corrects
      ? { entityType: 'PROGRESS_UPDATE', entityId: corrects.id }
      : { entityType: 'ACTION', entityId: action.id },
    initial,
  );
  const [begun, setBegun] = useState(initial);
  const fresh = untouched(action, corrects);
  const isTouched = draft.values.version > 0;
  const values = isTouched ? draft.values : fresh;
  const { declaredRag, percentComplete } = baseOf(action, corrects);
  const set = (patch: Partial<Words>) => {
    if (!isTouched) setBegun(fresh);
    // Nothing changed: neither did rating and percent, whatever was chosen before.
    const stays = { rag: declaredRag, percentComplete: String(percentComplete) };
    const { version, ...next } = { ...values, ...(patch.nothingChanged ? stays : {}), ...patch };
    const differs = Object.entries(next).some(([name, value]) => value !== fresh[name as keyof Words]);
    draft.set({ ...next, version: differs ? version || action.version : 0 });
    noteTyping(action.id);
  };
  return { values, begun, set, keep: draft.set, isTouched, restored: draft.restored, clear: draft.clear };
}
